'use client';

import { useAddressLayer } from '#lib/client/address-layer.ts';

/** Empty while somebody chooses, then the id of the try-on that is followed. */
const PARAMETER = 'try-on';

/** The page with a try-on of a garment open. */
export const lookHref = ({ id, garment }: { id: string; garment: { slug: string } }) =>
  `/garments/${garment.slug}?${PARAMETER}=${id}`;

/** The fitting room is a layer over the garment's page. */
export function useRoomAddress() {
  const { value, open, replace, close } = useAddressLayer(PARAMETER);
  return {
    inRoom: value !== null,
    tryOnId: value || null,
    enter: () => open(''),
    follow: (tryOnId: string | null) => replace(tryOnId ?? ''),
    leave: close,
  };
}
