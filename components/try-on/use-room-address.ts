'use client';

import { useSearchParams } from 'next/navigation';

/** Empty while somebody chooses, then the id of the try-on that is followed. */
const PARAMETER = 'try-on';

/** The page with a try-on of a garment open. */
export const lookHref = ({ id, garment }: { id: string; garment: { slug: string } }) =>
  `/garments/${garment.slug}?${PARAMETER}=${id}`;

/**
 * The fitting room stands in the address, so that a reload, a bookmark and the browser's way back find
 * it as it was: entering makes an entry of its own, and the way back leaves the room, not the page.
 */
export function useRoomAddress() {
  const value = useSearchParams().get(PARAMETER);
  return {
    inRoom: value !== null,
    tryOnId: value || null,
    enter: () => window.history.pushState({ [FROM_PAGE]: true }, '', addressWith('')),
    follow: (tryOnId: string | null) => replaceAddress(tryOnId ?? ''),
    leave: () => {
      // Who came straight to a look has no garment page behind it.
      if (enteredFromPage()) window.history.back();
      else replaceAddress(null);
    },
  };
}

/** In the entry's state: the one before it is the same page without the room. */
const FROM_PAGE = 'fittingRoomFromPage';

function enteredFromPage(): boolean {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && FROM_PAGE in state;
}

function replaceAddress(value: string | null): void {
  // Not the state as it is: Next takes one of its own for a move that it has made itself.
  const state = enteredFromPage() && value !== null ? { [FROM_PAGE]: true } : null;
  window.history.replaceState(state, '', addressWith(value));
}

function addressWith(value: string | null): URL {
  const address = new URL(window.location.href);
  if (value === null) address.searchParams.delete(PARAMETER);
  else address.searchParams.set(PARAMETER, value);
  return address;
}
