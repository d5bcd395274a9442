'use client';

import { useSyncExternalStore } from 'react';
import { type Column, columns } from './columns.tsx';

const KEY = 'fitting-room:garment-columns';
const usual = columns.filter((column) => column.usual).map(({ key }) => key);
const listeners = new Set<() => void>();

function read(): string {
  try {
    return window.localStorage.getItem(KEY) ?? usual.join(' ');
  } catch {
    // A browser that keeps nothing shows the usual ones.
    return usual.join(' ');
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

/** Which columns this person wants to see on this device. */
export function useColumns(): { shown: Column[]; show: (key: string, on: boolean) => void } {
  const kept = useSyncExternalStore(subscribe, read, () => usual.join(' ')).split(' ');
  const show = (key: string, on: boolean) => {
    const next = on ? [...kept, key] : kept.filter((one) => one !== key);
    try {
      window.localStorage.setItem(KEY, next.join(' '));
    } catch {
      return;
    }
    for (const listener of listeners) listener();
  };
  return { shown: columns.filter(({ key }) => kept.includes(key)), show };
}
