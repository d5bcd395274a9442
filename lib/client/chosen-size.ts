'use client';

import { useSyncExternalStore } from 'react';

/**
 * The size chosen on a garment page stands in the address (`?size=M`), so that it outlives a
 * reload, can be sent to a friend, and is one for everything on the page that asks for it.
 */

const parameter = 'size';
const changed = 'chosen-size';

/** The size an address names; null when it names none. It may be one that the garment lacks. */
export function readSize(search: string): string | null {
  return new URLSearchParams(search).get(parameter) || null;
}

/** The same address with another size in it, or with none. */
export function withSize(href: string, size: string | null): string {
  const url = new URL(href);
  if (size) url.searchParams.set(parameter, size);
  else url.searchParams.delete(parameter);
  return url.href;
}

/** Replaces the address rather than adding to the history: Back leaves the garment, not the size. */
export function chooseSize(size: string | null): void {
  const href = withSize(window.location.href, size);
  if (href === window.location.href) return;
  window.history.replaceState(null, '', href);
  window.dispatchEvent(new Event(changed));
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(changed, onChange);
  window.addEventListener('popstate', onChange);
  return () => {
    window.removeEventListener(changed, onChange);
    window.removeEventListener('popstate', onChange);
  };
}

/**
 * The chosen size and how to choose another (null for none). Null on the server and during
 * hydration, so the page is the same for everybody until it is alive.
 */
export function useChosenSize(): [string | null, (size: string | null) => void] {
  const size = useSyncExternalStore(
    subscribe,
    () => readSize(window.location.search),
    () => null,
  );
  return [size, chooseSize];
}
