import 'server-only';
import type { CaseOptions } from '#lib/contracts/review.ts';
import type { CaseFilter } from '#lib/domain/case-query.ts';
import type { Db } from '#lib/server/db.ts';
import { nameOf, nameSelect } from './case-rows.ts';

/** More than this nobody looks through in a select; what is chosen is always among them. */
const MOST = 50;

/** Shops and garments that the most open cases are of, people with several, and all admins. */
export async function listCaseOptions(
  db: Db,
  chosen: Pick<CaseFilter, 'shop' | 'garment' | 'person'>,
): Promise<CaseOptions> {
  const [shopIds, garmentIds, userIds] = await Promise.all([
    shopsWithCases(db),
    garmentsWithCases(db),
    peopleWithCases(db),
  ]);
  const [shops, garments, people, admins] = await Promise.all([
    db.shop.findMany({
      where: { OR: [{ id: { in: shopIds } }, { slug: chosen.shop ?? '' }] },
      orderBy: { name: 'asc' },
      select: { slug: true, name: true },
    }),
    db.garment.findMany({
      where: { OR: [{ id: { in: garmentIds } }, { slug: chosen.garment ?? '' }] },
      orderBy: [{ title: 'asc' }, { colour: 'asc' }],
      select: { slug: true, title: true, colour: true },
    }),
    db.user.findMany({
      where: { id: { in: chosen.person ? [...userIds, chosen.person] : userIds } },
      orderBy: { name: 'asc' },
      select: nameSelect,
    }),
    db.user.findMany({ where: { role: 'ADMIN' }, orderBy: { name: 'asc' }, select: nameSelect }),
  ]);
  return {
    shops,
    garments: garments.map(({ slug, title, colour }) => ({
      slug,
      title: [title, colour].filter(Boolean).join(', '),
    })),
    people: people.map((one) => ({ id: one.id, name: nameOf(one) })),
    admins: admins.map((one) => ({ id: one.id, name: nameOf(one) })),
  };
}

async function shopsWithCases(db: Db): Promise<string[]> {
  const groups = await db.reviewCase.groupBy({
    by: ['shopId'],
    where: { status: 'OPEN' },
    orderBy: { _count: { shopId: 'desc' } },
    take: MOST,
  });
  return groups.map(({ shopId }) => shopId);
}

async function garmentsWithCases(db: Db): Promise<string[]> {
  const groups = await db.reviewCase.groupBy({
    by: ['garmentId'],
    where: { status: 'OPEN' },
    orderBy: { _count: { garmentId: 'desc' } },
    take: MOST,
  });
  return groups.map(({ garmentId }) => garmentId);
}

/** How many of the newest open cases are looked at for people: each costs a look at its try-on. */
const LOOKED_AT = 500;

/** Those with more than one of the newest open cases. Raw SQL: the person stands in the try-on. */
async function peopleWithCases(db: Db): Promise<string[]> {
  const rows = await db.$queryRaw<{ userId: string }[]>`
    SELECT t."userId" FROM (
      SELECT "tryOnId" FROM "ReviewCase" WHERE "status" = 'OPEN' ORDER BY "id" DESC LIMIT ${LOOKED_AT}
    ) c JOIN "TryOn" t ON t."id" = c."tryOnId"
    WHERE NOT t."forShop"
    GROUP BY 1 HAVING count(*) > 1 ORDER BY count(*) DESC LIMIT ${MOST}`;
  return rows.map(({ userId }) => userId);
}
