'use client';

import { useSyncExternalStore } from 'react';

/** The garments that were ticked in the table, on their way to a run: too many for an address. */

const key = (shop: string) => `on-models:${shop}`;

/** Kept for this tab, so that a reload finds them. */
export function keepChosen(shop: string, ids: string[]): void {
  try {
    sessionStorage.setItem(key(shop), JSON.stringify(ids));
  } catch {
    // Without storage all garments are offered.
  }
}

const nothing = () => () => {};

/** Empty when none were ticked; null until it is known that this is a browser. */
export function useChosen(shop: string): string[] | null {
  const text = useSyncExternalStore(
    nothing,
    () => read(shop),
    () => null,
  );
  return text === null ? null : parse(text);
}

function read(shop: string): string {
  try {
    return sessionStorage.getItem(key(shop)) ?? '[]';
  } catch {
    return '[]';
  }
}

function parse(text: string): string[] {
  try {
    const ids: unknown = JSON.parse(text);
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : [];
  } catch {
    return [];
  }
}
