import 'server-only';
import type { ShopCaps, WarnAt } from '#lib/domain/shop-caps.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

const capSelect = {
  monthlyTryOns: true,
  dailyTryOns: true,
  shopperDailyTryOns: true,
} satisfies Prisma.ShopSelect;

export async function findShopId(db: Db, slug: string): Promise<string | null> {
  const shop = await db.shop.findUnique({ where: { slug }, select: { id: true } });
  return shop?.id ?? null;
}

export function findShopCaps(db: Db, shopId: string): Promise<ShopCaps> {
  return db.shop.findUniqueOrThrow({ where: { id: shopId }, select: capSelect });
}

export async function setShopCaps(tx: Db, shopId: string, caps: ShopCaps): Promise<void> {
  await tx.shop.update({ where: { id: shopId }, data: caps, select: { id: true } });
}

/** Since when it has been open. */
export async function findShopOpening(db: Db, shopId: string): Promise<Date> {
  const shop = await db.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: { createdAt: true },
  });
  return shop.createdAt;
}

/** Notes that a month's mark is passed; false when it was noted before. */
export async function noteCapMark(
  tx: Db,
  shopId: string,
  month: string,
  percent: WarnAt,
): Promise<boolean> {
  const data = [{ shopId, month, percent }];
  return (await tx.shopCapNotice.createMany({ data, skipDuplicates: true })).count === 1;
}

/** Those of a shop's owners who have an address. */
export async function listOwnerIds(db: Db, shopId: string): Promise<string[]> {
  const owners = await db.shopMember.findMany({
    where: { shopId, role: 'OWNER', user: { email: { not: null }, suspendedAt: null } },
    select: { userId: true },
  });
  return owners.map(({ userId }) => userId);
}

/** Where to write to an owner, and about which shop; null for somebody who is none any more. */
export async function findOwnerToWriteTo(db: Db, shopId: string, userId: string) {
  const owner = await db.shopMember.findFirst({
    where: { shopId, userId, role: 'OWNER', user: { suspendedAt: null } },
    select: {
      user: { select: { email: true } },
      shop: { select: { slug: true, name: true, monthlyTryOns: true } },
    },
  });
  return owner?.user.email ? { email: owner.user.email, shop: owner.shop } : null;
}

export async function isMember(db: Db, shopId: string, userId: string): Promise<boolean> {
  return (await db.shopMember.count({ where: { shopId, userId } })) > 0;
}
