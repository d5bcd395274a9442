import 'server-only';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

const introductionSelect = {
  slug: true,
  name: true,
  tagline: true,
} satisfies Prisma.ShopSelect;

/** In the order of the slugs. */
export async function findShopIntroductions(db: Db, slugs: string[]) {
  const rows = await db.shop.findMany({
    where: { slug: { in: slugs } },
    select: introductionSelect,
  });
  return slugs.flatMap((slug) => rows.find((row) => row.slug === slug) ?? []);
}
