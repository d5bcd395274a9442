'use client';

import { useRef, useState } from 'react';
import { sayError } from '#lib/client/problem-error.ts';

/** Something that a button does: once at a time, and with a sentence when it did not work. */
export function useTask() {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // State comes a render too late for the second click of a double click.
  const locked = useRef(false);

  const run = async (work: () => Promise<void>): Promise<boolean> => {
    if (locked.current) return false;
    locked.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(sayError(error));
      return false;
    } finally {
      locked.current = false;
      setBusy(false);
    }
  };

  return { busy, problem, run, forget: () => setProblem(null) };
}
