import 'server-only';
import type { CasePile } from '#lib/domain/case-tabs.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

/** Cases that are alike in what the queue's tabs ask for, all in one question. */
export async function countPiles(db: Db, where: Prisma.ReviewCaseWhereInput): Promise<CasePile[]> {
  const piles = await db.reviewCase.groupBy({
    by: ['cause', 'appeal', 'assigneeId'],
    where,
    _count: { _all: true },
  });
  return piles.map(({ _count, ...pile }) => ({ ...pile, count: _count._all }));
}

/** No further than `most`: resolved cases grow without end, and nobody needs their number. */
export async function countCasesTo(
  db: Db,
  where: Prisma.ReviewCaseWhereInput,
  most: number,
): Promise<number> {
  return db.reviewCase.count({ where, take: most });
}
