'use client';

import { useRef, useState } from 'react';

/** The cases that are chosen for doing something to all of them. @param shown ids in their order. */
export function useChosenCases(shown: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);

  const set = (id: string, on: boolean, range = false) => {
    const from = range && last.current ? shown.indexOf(last.current) : -1;
    const to = shown.indexOf(id);
    const ids = from < 0 ? [id] : shown.slice(Math.min(from, to), Math.max(from, to) + 1);
    last.current = id;
    setChosen((known) => {
      const next = new Set(known);
      for (const one of ids) {
        if (on) next.add(one);
        else next.delete(one);
      }
      return next;
    });
  };

  return {
    // What has left the list meanwhile is not chosen any more.
    ids: shown.filter((id) => chosen.has(id)),
    has: (id: string) => chosen.has(id),
    set,
    clear: () => setChosen(new Set()),
  };
}
