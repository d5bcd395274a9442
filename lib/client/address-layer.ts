'use client';

import { useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';

export interface AddressLayer {
  /** What the address says of it; null while it is closed. */
  value: string | null;
  open: (value: string) => void;
  replace: (value: string) => void;
  close: () => void;
}

/**
 * What is laid over a page and stands in its address, so that a reload, a bookmark and the browser's
 * ways back and forward find it as it was: opening makes an entry of its own, and the way back closes
 * the layer, not the page.
 *
 * @param parameter of the address's query
 */
export function useAddressLayer(parameter: string): AddressLayer {
  const value = useSearchParams().get(parameter);
  // Going back takes a moment, in which a second press must not go back once more.
  const closing = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever it has changed
  useEffect(() => {
    closing.current = false;
  }, [value]);
  return {
    value,
    open: (next) =>
      window.history.pushState({ [OPENED]: parameter }, '', addressWith(parameter, next)),
    replace: (next) => replaceAddress(parameter, next),
    close: () => {
      if (closing.current) return;
      closing.current = true;
      // Whoever came straight to it has no page without it behind them.
      if (wasOpened(parameter)) window.history.back();
      else replaceAddress(parameter, null);
    },
  };
}

/** In the entry's state: the one before it is the same page without this layer. */
const OPENED = 'fittingRoomLayer';

function wasOpened(parameter: string): boolean {
  const state: unknown = window.history.state;
  return (
    typeof state === 'object' && state !== null && OPENED in state && state[OPENED] === parameter
  );
}

function replaceAddress(parameter: string, value: string | null): void {
  // Not the state as it is: Next takes one of its own for a move that it has made itself.
  const state = wasOpened(parameter) && value !== null ? { [OPENED]: parameter } : null;
  window.history.replaceState(state, '', addressWith(parameter, value));
}

function addressWith(parameter: string, value: string | null): URL {
  const address = new URL(window.location.href);
  if (value === null) address.searchParams.delete(parameter);
  else address.searchParams.set(parameter, value);
  return address;
}
