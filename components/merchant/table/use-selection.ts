'use client';

import { useState } from 'react';

/** Ticked rows, or all that the table is narrowed to. */
export type Selection = { kind: 'some'; ids: ReadonlySet<string> } | { kind: 'all'; count: number };

const nothing: Selection = { kind: 'some', ids: new Set() };

/** @param shown ids of the rows that are on the screen. */
export function useSelection(shown: readonly string[]) {
  const [selection, setSelection] = useState<Selection>(nothing);

  const has = (id: string) => selection.kind === 'all' || selection.ids.has(id);
  const setMany = (ids: readonly string[], on: boolean) =>
    setSelection((known) => {
      // Whoever unticks one of all means the others that are on the screen.
      const next = new Set(known.kind === 'all' ? shown : known.ids);
      for (const id of ids) {
        if (on) next.add(id);
        else next.delete(id);
      }
      return { kind: 'some', ids: next };
    });

  return {
    selection,
    count: selection.kind === 'all' ? selection.count : selection.ids.size,
    has,
    set: (id: string, on: boolean) => setMany([id], on),
    setShown: (on: boolean) => setMany(shown, on),
    allShown: shown.length > 0 && shown.every(has),
    someShown: shown.some(has),
    takeAll: (count: number) => setSelection({ kind: 'all', count }),
    clear: () => setSelection(nothing),
  };
}
