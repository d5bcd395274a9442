import 'server-only';
import type { AdminShopRow, AdminShopsQuery, AdminShopView } from '#lib/contracts/admin-shops.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

const rowSelect = {
  id: true,
  slug: true,
  name: true,
  suspendedAt: true,
  createdAt: true,
  monthlyTryOns: true,
  dailyTryOns: true,
  shopperDailyTryOns: true,
  _count: { select: { members: true, garments: true } },
} satisfies Prisma.ShopSelect;

type Row = Prisma.ShopGetPayload<{ select: typeof rowSelect }>;

/** The newest first; ids are UUID v7. @param since the beginning of the month. */
export async function listShopsForAdmin(
  db: Db,
  { search, cursor, limit }: AdminShopsQuery,
  since: Date,
): Promise<AdminShopRow[]> {
  const contains = { contains: search.replace(/[\\%_]/gu, '\\$&'), mode: 'insensitive' } as const;
  const rows = await db.shop.findMany({
    where: {
      ...(search ? { OR: [{ id: search }, { name: contains }, { slug: contains }] } : {}),
      ...(cursor ? { id: { lt: cursor } } : {}),
    },
    orderBy: { id: 'desc' },
    take: limit,
    select: rowSelect,
  });
  return withSums(db, rows, since);
}

export async function findShopForAdmin(
  db: Db,
  slug: string,
  since: Date,
): Promise<AdminShopView | null> {
  const row = await db.shop.findUnique({
    where: { slug },
    select: {
      ...rowSelect,
      suspendedReason: true,
      members: {
        select: { role: true, user: { select: { id: true, name: true, email: true } } },
        orderBy: { createdAt: 'asc' },
      },
    },
  });
  if (!row) return null;
  const { suspendedReason, members, ...rest } = row;
  const [summed] = await withSums(db, [rest], since);
  if (!summed) return null;
  const team = members.map(({ role, user }) => ({
    userId: user.id,
    name: user.name ?? user.email,
    role,
  }));
  return { ...summed, suspendedReason, team };
}

async function withSums(db: Db, rows: Row[], since: Date): Promise<AdminShopRow[]> {
  const shopId = { in: rows.map(({ id }) => id) };
  const [months, costs, cases] = await Promise.all([
    db.shopMonth.findMany({
      where: { shopId, month: since.toISOString().slice(0, 7) },
      select: { shopId: true, tryOns: true },
    }),
    db.tryOn.groupBy({
      by: ['shopId'],
      where: { shopId, createdAt: { gte: since } },
      _sum: { costMicros: true },
    }),
    db.reviewCase.groupBy({ by: ['shopId'], where: { shopId, status: 'OPEN' }, _count: true }),
  ]);
  return rows.map(({ _count, suspendedAt, createdAt, ...row }) => {
    const { monthlyTryOns, dailyTryOns, shopperDailyTryOns, ...shop } = row;
    return {
      ...shop,
      suspendedAt: suspendedAt?.toISOString() ?? null,
      createdAt: createdAt.toISOString(),
      members: _count.members,
      garments: _count.garments,
      tryOns: months.find((one) => one.shopId === row.id)?.tryOns ?? 0,
      costMicros: costs.find((one) => one.shopId === row.id)?._sum.costMicros ?? 0,
      openCases: cases.find((one) => one.shopId === row.id)?._count ?? 0,
      caps: { monthlyTryOns, dailyTryOns, shopperDailyTryOns },
    };
  });
}

/** False when it is suspended already. Under `lockShop`. */
export async function suspendShopRow(
  tx: Db,
  id: string,
  { reason, now }: { reason: string; now: Date },
): Promise<boolean> {
  const { count } = await tx.shop.updateMany({
    where: { id, suspendedAt: null },
    data: { suspendedAt: now, suspendedReason: reason },
  });
  return count === 1;
}

/** False when it is not suspended. Under `lockShop`. */
export async function liftShopRow(tx: Db, id: string): Promise<boolean> {
  const { count } = await tx.shop.updateMany({
    where: { id, suspendedAt: { not: null } },
    data: { suspendedAt: null, suspendedReason: null },
  });
  return count === 1;
}

/**
 * Its runs of pictures on house models stand still until one of its people lets them go on. Their rounds
 * go on as they are: what is under way is to be seen to its end.
 */
export async function pauseRunsOf(tx: Db, shopId: string): Promise<void> {
  await tx.renderRun.updateMany({
    where: { shopId, state: 'running' },
    data: { state: 'paused', pausedBy: 'by_hand' },
  });
}
