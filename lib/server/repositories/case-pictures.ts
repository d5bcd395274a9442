import 'server-only';
import type { Db } from '#lib/server/db.ts';

const picture = { select: { id: true, width: true, height: true, deleteAfter: true } } as const;

/** A shopper's photo or look of a case; null where there is none, or none any more. */
export async function findCasePicture(
  db: Db,
  tryOnId: string,
  which: 'photo' | 'look',
  now: Date,
): Promise<{ id: string; caseId: string; width: number; height: number } | null> {
  const row = await db.reviewCase.findUnique({
    where: { tryOnId },
    select: {
      id: true,
      tryOn: {
        select: {
          deletedAt: true,
          resultMedia: picture,
          photo: { select: { deletedAt: true, media: picture } },
        },
      },
    },
  });
  // Whoever deletes a try-on has nothing more of it looked at, her photo neither.
  if (!row || row.tryOn.deletedAt) return null;
  const { photo, resultMedia } = row.tryOn;
  const found = which === 'photo' ? photo?.deletedAt === null && photo.media : resultMedia;
  if (!found || (found.deleteAfter && found.deleteAfter <= now)) return null;
  const { id, width, height } = found;
  return { id, caseId: row.id, width, height };
}
