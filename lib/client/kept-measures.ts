'use client';

import { useMemo } from 'react';
import { type BodyMeasures, type LengthUnit, readMeasures } from '#lib/domain/body-measures.ts';
import { storeMeasuresText, useMeasuresText } from './measures-storage.ts';

/** What a person measures, kept on this device, and the unit that she reads it in. */
export interface KeptMeasures {
  unit: LengthUnit;
  measures: BodyMeasures;
}

/** By hand: a contract here would bring zod along for five numbers. */
export function readKept(text: string | null): KeptMeasures | null {
  let kept: unknown = null;
  try {
    kept = JSON.parse(text ?? 'null');
  } catch {
    // Somebody else's text under our key; there is nothing to lose.
  }
  if (typeof kept !== 'object' || kept === null) return null;
  return {
    unit: 'unit' in kept && kept.unit === 'in' ? 'in' : 'cm',
    measures: ('measures' in kept && readMeasures(kept.measures)) || {},
  };
}

export function keepMeasures(kept: KeptMeasures): void {
  storeMeasuresText(JSON.stringify(kept));
}

export function forgetKeptMeasures(): void {
  storeMeasuresText(null);
}

/** Null when nothing was ever kept, or it was forgotten; kept and empty is something else. */
export function useKeptMeasures(): KeptMeasures | null {
  const text = useMeasuresText();
  return useMemo(() => readKept(text), [text]);
}
