import type { GarmentCategory } from './category.ts';
import type { Readiness } from './garment-status.ts';
import type { PictureReadiness } from './picture-readiness.ts';

/** One that nobody has looked at yet may be better than one that is known to be wrong. */
const worth: Record<PictureReadiness | 'not_looked_at', number> = {
  READY: 3,
  FAIR: 2,
  not_looked_at: 1,
  NOT_READY: 0,
};

/**
 * Which of a garment's pictures is sent for a try-on: the one that the merchant pinned, else the best
 * judged, and of those as good the first.
 *
 * @param images in the merchant's order.
 */
export function pictureForTryOn<Image extends { id: string; readiness: PictureReadiness | null }>(
  images: readonly Image[],
  pinnedId: string | null,
): Image | null {
  const pinned = images.find(({ id }) => id === pinnedId);
  if (pinned) return pinned;
  const worthOf = ({ readiness }: Image) => worth[readiness ?? 'not_looked_at'];
  const best = Math.max(...images.map(worthOf));
  return images.find((image) => worthOf(image) === best) ?? null;
}

/**
 * Whether shoppers may try a garment on. A picture that a try-on is likely to come out wrong with is
 * held back, however the garment came into the shop, until the merchant has pinned it: whoever pins has
 * seen it.
 */
export const isOffered = ({
  category,
  readiness,
  pinnedId,
}: {
  category: GarmentCategory | null;
  readiness: Readiness;
  pinnedId: string | null;
}): boolean => category !== null && (readiness !== 'NOT_READY' || pinnedId !== null);
