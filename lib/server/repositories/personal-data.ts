import 'server-only';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

/** All that is kept of one person, for that person: `lib/server/use-cases/export-personal-data.ts`. */

const garment = { select: { slug: true, title: true, colour: true } } as const;

const personSelect = {
  id: true,
  isGuest: true,
  role: true,
  name: true,
  email: true,
  emailVerified: true,
  image: true,
  createdAt: true,
  seenAt: true,
  measurements: true,
  accounts: { select: { provider: true } },
  memberships: { select: { role: true, createdAt: true, shop: { select: { name: true } } } },
  consents: {
    select: { version: true, text: true, givenAt: true, withdrawnAt: true },
    orderBy: { givenAt: 'asc' },
  },
  favourites: {
    select: { createdAt: true, garment },
    orderBy: { createdAt: 'asc' },
  },
  bag: {
    select: { quantity: true, createdAt: true, variant: { select: { size: true, garment } } },
    orderBy: { createdAt: 'asc' },
  },
  orders: {
    select: {
      id: true,
      name: true,
      email: true,
      note: true,
      currency: true,
      totalMinor: true,
      createdAt: true,
      shop: { select: { name: true } },
      lines: {
        select: { title: true, colour: true, size: true, quantity: true, priceMinor: true },
      },
    },
    orderBy: { createdAt: 'asc' },
  },
  savedViews: { select: { name: true, query: true }, orderBy: { name: 'asc' } },
  shareLinks: {
    select: { tryOnId: true, createdAt: true, expiresAt: true, revokedAt: true },
    orderBy: { createdAt: 'asc' },
  },
  erasures: {
    select: { id: true, cause: true, pictures: true, requestedAt: true, doneAt: true },
    orderBy: { requestedAt: 'asc' },
  },
} satisfies Prisma.UserSelect;

export async function findPersonalData(db: Db, userId: string) {
  return db.user.findUnique({ where: { id: userId }, select: personSelect });
}

export async function listPhotosToExport(db: Db, userId: string) {
  return db.photo.findMany({
    where: { userId },
    orderBy: { id: 'asc' },
    select: { id: true, createdAt: true, lastUsedAt: true, deletedAt: true, mediaId: true },
  });
}

/** A page of her try-ons, the oldest first. */
export async function listTryOnsToExport(
  db: Db,
  userId: string,
  { after, limit }: { after: string | null; limit: number },
) {
  return db.tryOn.findMany({
    where: { userId, forShop: false, ...(after ? { id: { gt: after } } : {}) },
    orderBy: { id: 'asc' },
    take: limit,
    select: {
      id: true,
      state: true,
      category: true,
      steps: true,
      guidance: true,
      seed: true,
      photoId: true,
      baseId: true,
      retryOfId: true,
      errorClass: true,
      providerText: true,
      createdAt: true,
      finishedAt: true,
      favouriteAt: true,
      deletedAt: true,
      garment,
      shop: { select: { name: true } },
      houseModel: { select: { name: true } },
      appeal: { select: { text: true, state: true, answer: true, createdAt: true } },
      feedback: { select: { kind: true, text: true, createdAt: true } },
      resultMediaId: true,
    },
  });
}
