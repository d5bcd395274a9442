'use client';

import { useRef, useState } from 'react';
import { toast } from 'sonner';
import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { type SavedViews, savedViews } from '#lib/contracts/review.ts';

const PATH = '/api/admin/views';

/** The admin's saved views. A refusal is said and changes nothing. */
export function useViews(initial: SavedViews) {
  const [views, setViews] = useState(initial.items);
  const [busy, setBusy] = useState(false);
  // State comes a render too late for the second press of two.
  const locked = useRef(false);

  /** Whether it was done. */
  const change = async (path: string, init: RequestInit): Promise<boolean> => {
    if (locked.current) return false;
    locked.current = true;
    setBusy(true);
    try {
      setViews((await fetchJson(path, savedViews, init)).items);
      return true;
    } catch (problem) {
      toast.error(sayError(problem));
      return false;
    } finally {
      locked.current = false;
      setBusy(false);
    }
  };

  return {
    views,
    busy,
    save: (name: string, query: string) => change(PATH, jsonBody({ name, query })),
    rename: (id: string, name: string) =>
      change(`${PATH}/${id}`, { ...jsonBody({ name }), method: 'PATCH' }),
    remove: (id: string) => change(`${PATH}/${id}`, { method: 'DELETE' }),
  };
}
