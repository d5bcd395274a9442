'use client';

import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { toast } from 'sonner';
import { ProblemError, sayError } from '#lib/client/problem-error.ts';

/**
 * A change that the page then shows by being read anew. A refusal of fields stays with the form, and
 * anything else is said.
 */
export function useChange() {
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<Record<string, string>>({});
  // State comes a render too late for the second click of a double click.
  const locked = useRef(false);

  /** @returns whether it was done. */
  const run = async (work: () => Promise<void>): Promise<boolean> => {
    if (locked.current) return false;
    locked.current = true;
    setBusy(true);
    setErrors({});
    try {
      await work();
      router.refresh();
      return true;
    } catch (error) {
      const fields = error instanceof ProblemError ? error.problem.fields : undefined;
      if (fields && Object.keys(fields).length > 0) setErrors(fields);
      else toast.error(sayError(error));
      return false;
    } finally {
      locked.current = false;
      setBusy(false);
    }
  };

  return { busy, errors, run, clearErrors: () => setErrors({}) };
}
