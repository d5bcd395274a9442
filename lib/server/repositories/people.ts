import 'server-only';
import type { PeopleQuery, PersonRow } from '#lib/contracts/people.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

/** People as admins see them: what they are called and what they do here, never what they look like. */

const rowSelect = {
  id: true,
  name: true,
  email: true,
  role: true,
  isGuest: true,
  suspendedAt: true,
  createdAt: true,
} satisfies Prisma.UserSelect;

type Row = Prisma.UserGetPayload<{ select: typeof rowSelect }>;

const toRow = ({ suspendedAt, createdAt, ...rest }: Row, tryOns: number): PersonRow => ({
  ...rest,
  suspendedAt: suspendedAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
  tryOns,
});

/** Apart from the rows: as a count of the relation, Prisma would count everybody's. */
async function countTryOns(db: Db, userIds: string[]): Promise<Map<string, number>> {
  const counts = await db.tryOn.groupBy({
    by: ['userId'],
    where: { userId: { in: userIds }, forShop: false },
    _count: { _all: true },
  });
  return new Map(counts.map(({ userId, _count }) => [userId, _count._all]));
}

/** The newest first; ids are UUID v7. A closed account is found by its id alone. */
export async function listPeople(
  db: Db,
  { search, role, show, cursor, limit }: PeopleQuery,
): Promise<PersonRow[]> {
  const contains = { contains: search.replace(/[\\%_]/gu, '\\$&'), mode: 'insensitive' } as const;
  const rows = await db.user.findMany({
    where: {
      ...(search
        ? { OR: [{ id: search }, { name: contains }, { email: contains }] }
        : { closedAt: null }),
      ...(role ? { role } : {}),
      ...(show === 'suspended' ? { suspendedAt: { not: null } } : { isGuest: show === 'guests' }),
      ...(cursor ? { id: { lt: cursor } } : {}),
    },
    orderBy: { id: 'desc' },
    take: limit,
    select: rowSelect,
  });
  const tryOns = await countTryOns(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toRow(row, tryOns.get(row.id) ?? 0));
}

const personSelect = {
  ...rowSelect,
  suspendedReason: true,
  dailyTryOns: true,
  memberships: {
    select: { role: true, shop: { select: { slug: true, name: true } } },
    orderBy: { createdAt: 'asc' },
  },
} satisfies Prisma.UserSelect;

export async function findPerson(db: Db, id: string) {
  const [row, tryOns, looks, cases] = await Promise.all([
    db.user.findUnique({ where: { id }, select: personSelect }),
    countTryOns(db, [id]),
    db.tryOn.count({
      where: { userId: id, forShop: false, state: 'succeeded', deletedAt: null },
    }),
    db.reviewCase.groupBy({ by: ['status'], where: { tryOn: { userId: id } }, _count: true }),
  ]);
  if (!row) return null;
  const { suspendedReason, dailyTryOns, memberships } = row;
  const { id: userId, name, email, role, isGuest, suspendedAt, createdAt } = row;
  const countOf = (status: string) => cases.find((one) => one.status === status)?._count ?? 0;
  return {
    ...toRow(
      { id: userId, name, email, role, isGuest, suspendedAt, createdAt },
      tryOns.get(id) ?? 0,
    ),
    suspendedReason,
    dailyTryOns,
    looks,
    openCases: countOf('OPEN'),
    cases: countOf('OPEN') + countOf('RESOLVED'),
    shops: memberships.map(({ role: as, shop }) => ({ ...shop, role: as })),
  };
}

/** Whose roles are changed one after the other: two admins never demote each other at once. */
export async function lockAdmins(tx: Db): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "User" WHERE role = 'ADMIN' AND "suspendedAt" IS NULL ORDER BY id FOR NO KEY UPDATE`;
  return rows.map(({ id }) => id);
}

const changeable = {
  isGuest: false,
  suspendedAt: null,
  closedAt: null,
} satisfies Prisma.UserWhereInput;

/** Of somebody with an account who is not suspended; null otherwise. */
export async function findChangeable(tx: Db, id: string) {
  return tx.user.findFirst({
    where: { id, ...changeable },
    select: { role: true },
  });
}

/** False when she was suspended meanwhile. */
export async function setRole(tx: Db, id: string, role: PersonRow['role']): Promise<boolean> {
  const { count } = await tx.user.updateMany({ where: { id, ...changeable }, data: { role } });
  return count === 1;
}

/** What she had before; undefined for nobody. */
export async function setDailyTryOns(
  tx: Db,
  id: string,
  dailyTryOns: number | null,
): Promise<number | null | undefined> {
  const before = await tx.user.findUnique({ where: { id }, select: { dailyTryOns: true } });
  if (before) await tx.user.update({ where: { id }, data: { dailyTryOns }, select: { id: true } });
  return before?.dailyTryOns;
}
