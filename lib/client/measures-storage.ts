'use client';

import { useSyncExternalStore } from 'react';

/**
 * The text in which measurements are kept on this device. Apart from what it means, because every
 * garment page asks whether there is one, and few need to read it.
 */

const STORAGE_KEY = 'fitting-room:measurements';
const changed = 'kept-measures';

/** Private windows may refuse storage; then it is kept until the page is left. */
let unstored: string | null = null;

function stored(): string | null {
  if (unstored !== null) return unstored;
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

/** Null removes it. */
export function storeMeasuresText(text: string | null): void {
  unstored = null;
  try {
    if (text === null) localStorage.removeItem(STORAGE_KEY);
    else localStorage.setItem(STORAGE_KEY, text);
  } catch {
    unstored = text;
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

/** Null when nothing is kept, on the server, and during hydration. */
export function useMeasuresText(): string | null {
  return useSyncExternalStore(subscribe, stored, () => null);
}
