'use client';

import { useRef, useState } from 'react';
import { toast } from 'sonner';
import { sayError } from '#lib/client/problem-error.ts';
import type { BulkChange, BulkResult } from '#lib/contracts/garment-table.ts';
import type { TableQuery } from '#lib/domain/garment-table.ts';
import { changeGarments, sayChanged, sayUndone, undoChange } from './change-garments.ts';
import type { Selection } from './use-selection.ts';

/** Long enough to see what one has done. */
const UNDO_MS = 20_000;

/**
 * Makes a change of many garments, says what became of it, and offers to take it back.
 *
 * @param onDone after each change and each undoing.
 */
export function useBulkChange(api: string, onDone: () => void) {
  const [busy, setBusy] = useState(false);
  /** What could not be changed, and why. */
  const [left, setLeft] = useState<BulkResult['left'] | null>(null);
  // State comes a render too late for the second click of a double click.
  const locked = useRef(false);

  const run = async (work: () => Promise<BulkResult>, tell: (result: BulkResult) => void) => {
    if (locked.current) return false;
    locked.current = true;
    setBusy(true);
    setLeft(null);
    try {
      const result = await work();
      setLeft(result.left.count > 0 ? result.left : null);
      tell(result);
      onDone();
      return true;
    } catch (error) {
      toast.error(sayError(error));
      return false;
    } finally {
      locked.current = false;
      setBusy(false);
    }
  };

  const undo = (id: string) =>
    run(
      () => undoChange(api, id),
      (result) => toast.success(sayUndone(result)),
    );

  /** @returns whether the server has made it. */
  const change = (selection: Selection, query: TableQuery, what: BulkChange) =>
    run(
      () => changeGarments(api, { selection, query, change: what }),
      (result) => {
        const { id } = result;
        toast.success(sayChanged(result, what), {
          duration: UNDO_MS,
          ...(id ? { action: { label: 'Undo', onClick: () => void undo(id) } } : {}),
        });
      },
    );

  return { busy, left, forgetLeft: () => setLeft(null), change };
}
