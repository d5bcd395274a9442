'use client';

import { useEffect } from 'react';
import { countVisit } from '#lib/client/count-visit.ts';

/** Counts that somebody looks at a garment: somebody with a screen, which a crawler has not. */
export function CountView({ garment }: { garment: string }) {
  useEffect(() => countVisit(garment, 'view'), [garment]);
  return null;
}
