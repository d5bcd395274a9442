import 'server-only';
import type { Db } from '#lib/server/db.ts';

const picture = { select: { id: true, width: true, height: true, deleteAfter: true } } as const;

/** A shopper's photo or look of a case; null where there is none, or none any more. */
export async function findCasePicture(
  db: Db,
  tryOnId: string,
  which: 'photo' | 'look',
  now: Date,
): Promise<{ id: string; width: number; height: number } | null> {
  const row = await db.reviewCase.findUnique({
    where: { tryOnId },
    select: {
      tryOn: {
        select: {
          deletedAt: true,
          resultMedia: picture,
          photo: { select: { deletedAt: true, media: picture } },
        },
      },
    },
  });
  if (!row) return null;
  const { photo, resultMedia, deletedAt } = row.tryOn;
  const found =
    which === 'photo'
      ? photo?.deletedAt === null && photo.media
      : deletedAt === null && resultMedia;
  if (!found || (found.deleteAfter && found.deleteAfter <= now)) return null;
  const { id, width, height } = found;
  return { id, width, height };
}
