import 'server-only';
import type { HoldOutView } from '#lib/contracts/figures.ts';
import type { ArmCounts, HoldOutArm } from '#lib/domain/hold-out.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

const viewSelect = {
  id: true,
  percent: true,
  startedAt: true,
  endedAt: true,
  counts: { select: { arm: true, visitors: true, bagged: true, ordered: true } },
} satisfies Prisma.HoldOutSelect;

type ViewRow = Prisma.HoldOutGetPayload<{ select: typeof viewSelect }>;

function toView({ counts, startedAt, endedAt, ...row }: ViewRow): HoldOutView {
  const of = (arm: HoldOutArm): ArmCounts => {
    const { visitors = 0, bagged = 0, ordered = 0 } = counts.find((one) => one.arm === arm) ?? {};
    return { visitors, bagged, ordered };
  };
  return {
    ...row,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    arms: { shown: of('shown'), hidden: of('hidden') },
  };
}

/** The latest first. Ids are UUID v7, in the order of creation. */
export async function listHoldOuts(db: Db, shopId: string, limit: number): Promise<HoldOutView[]> {
  const rows = await db.holdOut.findMany({
    where: { shopId },
    orderBy: { id: 'desc' },
    take: limit,
    select: viewSelect,
  });
  return rows.map(toView);
}

const running = { endedAt: null } as const;
const drawSelect = {
  id: true,
  percent: true,
  startedAt: true,
  shopId: true,
  shop: { select: { slug: true } },
} satisfies Prisma.HoldOutSelect;

/** @param of the ids of shops, or their slugs. */
export async function findRunningHoldOuts(
  db: Db,
  of: { shopId: string } | { shop: { slug: { in: string[] } } },
) {
  return db.holdOut.findMany({ where: { ...running, ...of }, select: drawSelect });
}

/** Which of the shops somebody has asked for a try-on, before a time if it is given. */
export async function listShopsTried(
  db: Db,
  userId: string,
  shopIds: readonly string[],
  before?: Date,
): Promise<Set<string>> {
  const rows = await db.tryOn.findMany({
    where: { userId, shopId: { in: [...shopIds] }, ...(before && { createdAt: { lt: before } }) },
    distinct: ['shopId'],
    select: { shopId: true },
  });
  return new Set(rows.map(({ shopId }) => shopId));
}

/** Takes a visitor in, once. */
export async function enrolInHoldOut(
  tx: Db,
  { holdOutId, visitor, arm }: { holdOutId: string; visitor: string; arm: HoldOutArm },
): Promise<void> {
  const { count } = await tx.holdOutVisitor.createMany({
    data: { holdOutId, visitor, arm },
    skipDuplicates: true,
  });
  if (count > 0) await raise(tx, holdOutId, arm, { visitors: 1 });
}

/** Notes what somebody who is in it has done, once; of others it notes nothing. */
export async function noteInHoldOut(
  tx: Db,
  { holdOutId, visitor }: { holdOutId: string; visitor: string },
  done: 'bagged' | 'ordered',
): Promise<void> {
  const rows = await tx.holdOutVisitor.updateManyAndReturn({
    where: { holdOutId, visitor, [done]: false },
    data: { [done]: true },
    select: { arm: true },
  });
  for (const { arm } of rows) await raise(tx, holdOutId, arm, { [done]: 1 });
}

async function raise(tx: Db, holdOutId: string, arm: HoldOutArm, by: Partial<ArmCounts>) {
  const increments = Object.entries(by).map(([name, count]) => [name, { increment: count }]);
  await tx.holdOutCount.upsert({
    where: { holdOutId_arm: { holdOutId, arm } },
    create: { holdOutId, arm, ...by },
    update: Object.fromEntries(increments),
    select: { arm: true },
  });
}

/** Holds the shop's row to the end of the transaction, so that it never has two of them. */
export async function lockRunningHoldOut(tx: Db, shopId: string) {
  await tx.$queryRaw`SELECT id FROM "Shop" WHERE id = ${shopId} FOR UPDATE`;
  return tx.holdOut.findFirst({
    where: { shopId, ...running },
    select: { id: true, percent: true },
  });
}

export async function createHoldOut(
  tx: Db,
  holdOut: { shopId: string; percent: number; startedAt: Date },
): Promise<string> {
  const arms = [{ arm: 'shown' as const }, { arm: 'hidden' as const }];
  const { id } = await tx.holdOut.create({
    data: { ...holdOut, counts: { create: arms } },
    select: { id: true },
  });
  return id;
}

/** Who was in it is forgotten with its end; what came of it stays. */
export async function endHoldOut(tx: Db, id: string, now: Date): Promise<void> {
  await tx.holdOut.update({ where: { id }, data: { endedAt: now }, select: { id: true } });
  await tx.holdOutVisitor.deleteMany({ where: { holdOutId: id } });
}
