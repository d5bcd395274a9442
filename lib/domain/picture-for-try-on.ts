/**
 * The picture of a garment that goes to the provider: the one that the merchant chose, as long as it
 * is still there, and else the first.
 *
 * @param images in their order.
 */
export function pictureForTryOn<T extends { id: string }>(
  images: readonly T[],
  pinnedId: string | null,
): T | null {
  return images.find(({ id }) => id === pinnedId) ?? images[0] ?? null;
}
