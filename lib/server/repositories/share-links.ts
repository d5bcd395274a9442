import 'server-only';
import type { ShareLinkView } from '#lib/contracts/share-links.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { lookName } from '#lib/words/garment-name.ts';
import { isShown, shownSelect } from './shown-garments.ts';

/** It leads somewhere: neither over nor taken back, and the look and its owner are still here. */
const leading = (now: Date) =>
  ({
    revokedAt: null,
    expiresAt: { gt: now },
    tryOn: { state: 'succeeded', deletedAt: null, forShop: false, resultMediaId: { not: null } },
    user: { suspendedAt: null, closedAt: null },
  }) satisfies Prisma.ShareLinkWhereInput;

const garmentSelect = { title: true, colour: true } satisfies Prisma.GarmentSelect;

const linkSelect = {
  id: true,
  tryOnId: true,
  createdAt: true,
  expiresAt: true,
  tryOn: {
    select: {
      garment: { select: garmentSelect },
      base: { select: { garment: { select: garmentSelect } } },
    },
  },
} satisfies Prisma.ShareLinkSelect;

type LinkRow = Prisma.ShareLinkGetPayload<{ select: typeof linkSelect }>;

const toLink = ({ id, tryOnId, createdAt, expiresAt, tryOn }: LinkRow): ShareLinkView => ({
  id,
  tryOnId,
  title: lookName({ garment: tryOn.garment, under: tryOn.base }),
  createdAt: createdAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});

export async function createShareLink(
  tx: Db,
  link: { tryOnId: string; userId: string; tokenHash: string; createdAt: Date; expiresAt: Date },
): Promise<ShareLinkView> {
  return toLink(await tx.shareLink.create({ data: link, select: linkSelect }));
}

export async function countShareLinks(db: Db, userId: string, now: Date): Promise<number> {
  return db.shareLink.count({ where: { userId, ...leading(now) } });
}

export async function listShareLinks(
  db: Db,
  userId: string,
  limit: number,
  now: Date,
): Promise<ShareLinkView[]> {
  const rows = await db.shareLink.findMany({
    where: { userId, ...leading(now) },
    orderBy: { id: 'desc' },
    take: limit,
    select: linkSelect,
  });
  return rows.map(toLink);
}

/** False when there is no such link of theirs, or it was taken back before. */
export async function revokeShareLink(
  db: Db,
  id: string,
  userId: string,
  now: Date,
): Promise<boolean> {
  const { count } = await db.shareLink.updateMany({
    where: { id, userId, revokedAt: null },
    data: { revokedAt: now },
  });
  return count === 1;
}

const sharedGarment = {
  slug: true,
  ...garmentSelect,
  ...shownSelect,
} satisfies Prisma.GarmentSelect;

/** The look that a link leads to, for whoever has the link; null for one that leads nowhere. */
export async function findShared(db: Db, tokenHash: string, now: Date) {
  const row = await db.shareLink.findFirst({
    where: { tokenHash, ...leading(now) },
    select: {
      expiresAt: true,
      tryOn: {
        select: {
          resultMediaId: true,
          garment: { select: sharedGarment },
          base: { select: { garment: { select: sharedGarment } } },
        },
      },
    },
  });
  if (!row?.tryOn.resultMediaId) return null;
  const { garment, base, resultMediaId } = row.tryOn;
  return {
    mediaId: resultMediaId,
    expiresAt: row.expiresAt,
    garment,
    under: base?.garment ?? null,
    inShop: isShown(garment),
  };
}

/** Those that were over by then. */
export async function removeShareLinksBefore(db: Db, before: Date): Promise<void> {
  await db.shareLink.deleteMany({ where: { expiresAt: { lt: before } } });
}
