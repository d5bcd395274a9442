'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { type BodyMeasures, type LengthUnit, readMeasures } from '#lib/domain/body-measures.ts';

/** What a person measures, kept on this device, and the unit that she reads it in. */
export interface KeptMeasures {
  unit: LengthUnit;
  measures: BodyMeasures;
}

const STORAGE_KEY = 'fitting-room:measurements';
const changed = 'kept-measures';

/** Private windows may refuse storage; then they are kept until the page is left. */
let unstored: string | null = null;

function stored(): string | null {
  if (unstored !== null) return unstored;
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

/** By hand: a contract here would bring zod into every garment page. */
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
  const text = JSON.stringify(kept);
  try {
    localStorage.setItem(STORAGE_KEY, text);
    unstored = null;
  } catch {
    unstored = text;
  }
  window.dispatchEvent(new Event(changed));
}

export function forgetKeptMeasures(): void {
  unstored = null;
  try {
    localStorage.removeItem(STORAGE_KEY);
  } catch {
    // What could not be stored needs no removing.
  }
  window.dispatchEvent(new Event(changed));
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(changed, onChange);
  window.addEventListener('storage', onChange);
  return () => {
    window.removeEventListener(changed, onChange);
    window.removeEventListener('storage', onChange);
  };
}

/** Whether there is anything at all; false on the server and during hydration. */
export function useHasKeptMeasures(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => stored() !== null,
    () => false,
  );
}

/** Null when nothing was ever kept, or it was forgotten; kept and empty is something else. */
export function useKeptMeasures(): KeptMeasures | null {
  const text = useSyncExternalStore(subscribe, stored, () => null);
  return useMemo(() => readKept(text), [text]);
}
