'use client';

import { useState } from 'react';
import { MOST_COMPARED } from '#lib/domain/compare-looks.ts';

/** A card's part in choosing looks to compare. */
export interface CardChoice {
  chosen: boolean;
  /** As many are chosen as fit, and this one is not among them. */
  full: boolean;
  toggle: () => void;
}

/** Looks that are being chosen for a comparison, in the order of choosing; null while none are. */
export function useLookChoice() {
  const [chosen, setChosen] = useState<string[] | null>(null);
  return {
    chosen,
    begin: () => setChosen([]),
    end: () => setChosen(null),
    of(id: string): CardChoice | null {
      if (!chosen) return null;
      const isChosen = chosen.includes(id);
      return {
        chosen: isChosen,
        full: !isChosen && chosen.length >= MOST_COMPARED,
        toggle: () => setChosen(isChosen ? chosen.filter((one) => one !== id) : [...chosen, id]),
      };
    },
  };
}
