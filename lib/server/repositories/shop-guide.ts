import 'server-only';
import type { GarmentCount } from '#lib/domain/first-steps.ts';
import type { Db } from '#lib/server/db.ts';

/** What the shop's first steps and its overview are told by. */

export async function countShopGarments(db: Db, shopId: string): Promise<GarmentCount[]> {
  // By columns as they stand: one index has them in that order, which is read and not sorted.
  const rows = await db.garment.groupBy({
    by: ['category', 'readiness', 'status'],
    where: { shopId },
    _count: { _all: true },
  });
  return rows.map(({ category, _count, ...kind }) => ({
    ...kind,
    forTryOns: category !== null,
    count: _count._all,
  }));
}

/** Whether the shop, or one of its people, has a look with one of its garments, also one deleted since. */
export async function hasLookOfOwn(db: Db, shopId: string): Promise<boolean> {
  const look = await db.tryOn.findFirst({
    where: {
      shopId,
      state: 'succeeded',
      OR: [{ forShop: true }, { user: { memberships: { some: { shopId } } } }],
    },
    select: { id: true },
  });
  return look !== null;
}

/** The draft that is the nearest to being published: its picture is fit, and it was touched last. */
export async function findNextDraft(db: Db, shopId: string) {
  const drafts = { shopId, status: 'DRAFT', category: { not: null } } as const;
  const select = { id: true, title: true } as const;
  const orderBy = { updatedAt: 'desc' } as const;
  return (
    (await db.garment.findFirst({
      where: { ...drafts, readiness: { in: ['READY', 'FAIR'] } },
      orderBy,
      select,
    })) ?? db.garment.findFirst({ where: drafts, orderBy, select })
  );
}

/** A garment that shoppers can try on, of those with a fit picture the one published last. */
export async function findGarmentOnShow(db: Db, shopId: string) {
  const onShow = {
    shopId,
    status: 'ACTIVE',
    category: { not: null },
    images: { some: {} },
  } as const;
  const select = { slug: true, title: true } as const;
  const orderBy = { publishedAt: 'desc' } as const;
  return (
    (await db.garment.findFirst({
      where: { ...onShow, readiness: { in: ['READY', 'FAIR'] } },
      orderBy,
      select,
    })) ?? db.garment.findFirst({ where: onShow, orderBy, select })
  );
}

export function findGuide(db: Db, shopId: string) {
  return db.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: { guideFinishedAt: true, guideHiddenAt: true },
  });
}

/** The first time counts. */
export async function finishGuide(db: Db, shopId: string, now: Date): Promise<void> {
  await db.shop.updateMany({
    where: { id: shopId, guideFinishedAt: null },
    data: { guideFinishedAt: now },
  });
}

export async function hideGuide(db: Db, shopId: string, hiddenAt: Date | null): Promise<void> {
  await db.shop.update({
    where: { id: shopId },
    data: { guideHiddenAt: hiddenAt },
    select: { id: true },
  });
}
