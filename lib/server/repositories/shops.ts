import 'server-only';
import type { ShopSettings } from '#lib/contracts/shop.ts';
import type { ShopCaps } from '#lib/domain/shop-caps.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

const settingsSelect = {
  slug: true,
  name: true,
  tagline: true,
  currency: true,
  checkoutUrl: true,
  garments: { select: { id: true }, take: 1 },
} satisfies Prisma.ShopSelect;

export async function findShopSettings(db: Db, shopId: string): Promise<ShopSettings> {
  const { garments, ...settings } = await db.shop.findUniqueOrThrow({
    where: { id: shopId },
    select: settingsSelect,
  });
  return { ...settings, currencyFixed: garments.length > 0 };
}

export async function updateShop(
  tx: Db,
  shopId: string,
  columns: Partial<Pick<ShopSettings, 'name' | 'tagline' | 'currency' | 'checkoutUrl'>>,
): Promise<void> {
  await tx.shop.update({ where: { id: shopId }, data: columns, select: { id: true } });
}

/** A garment that is being added waits for this, or this for it: it refers to the shop's row. */
export async function lockShop(tx: Db, shopId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Shop" WHERE id = ${shopId} FOR UPDATE`;
}

/**
 * Before `lockShop`, of a shop whose garments are all listed anew: whoever makes a look holds the garment,
 * then the shop.
 */
export async function holdGarmentsOf(tx: Db, shopId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT id FROM "Garment" WHERE "shopId" = ${shopId} ORDER BY id FOR NO KEY UPDATE`;
}

export async function shopSlugIsTaken(db: Db, slug: string): Promise<boolean> {
  return (await db.shop.count({ where: { slug } })) > 0;
}

/** A shop with its owner; null when the slug was taken meanwhile. */
export async function createShop(
  tx: Db,
  shop: { slug: string; name: string; tagline: string; currency: string } & ShopCaps,
  ownerId: string,
): Promise<string | null> {
  // Not an error of the database, which would end the transaction.
  const [created] = await tx.shop.createManyAndReturn({
    data: [shop],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!created) return null;
  await tx.shopMember.create({
    data: { shopId: created.id, userId: ownerId, role: 'OWNER' },
    select: { userId: true },
  });
  return created.id;
}
