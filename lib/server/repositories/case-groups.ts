import 'server-only';
import type { CaseGroups } from '#lib/contracts/review.ts';
import { withoutSecrets } from '#lib/domain/redact.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { asErrorClass } from './own-try-ons.ts';

type Group = CaseGroups['items'][number];

/** The most frequent signatures with their newest case; `days` is left to `countDays`. */
export async function listGroups(
  db: Db,
  where: Prisma.ReviewCaseWhereInput,
  limit: number,
): Promise<Omit<Group, 'days'>[]> {
  const groups = await db.reviewCase.groupBy({
    by: ['signature'],
    where: { AND: [where, { signature: { not: '' } }] },
    _count: { _all: true },
    _min: { createdAt: true },
    _max: { createdAt: true, id: true },
    orderBy: [{ _count: { signature: 'desc' } }, { signature: 'asc' }],
    take: limit,
  });
  const newest = await db.reviewCase.findMany({
    where: { id: { in: groups.flatMap(({ _max }) => _max.id ?? []) } },
    select: { signature: true, errorClass: true, tryOn: { select: { providerText: true } } },
  });
  const samples = new Map(newest.map((one) => [one.signature, one]));
  return groups.map(({ signature, _count, _min, _max }) => {
    const { errorClass = null, tryOn } = samples.get(signature) ?? {};
    return {
      signature,
      errorClass: errorClass === null ? null : asErrorClass(errorClass),
      sample: tryOn?.providerText ? withoutSecrets(tryOn.providerText) : null,
      count: _count._all,
      firstAt: (_min.createdAt ?? new Date(0)).toISOString(),
      lastAt: (_max.createdAt ?? new Date(0)).toISOString(),
    };
  });
}

/**
 * Cases of these signatures by day (UTC) since `since`, resolved ones too: whoever has worked through
 * yesterday's has not made them undone.
 */
export async function countDays(
  db: Db,
  signatures: string[],
  since: Date,
): Promise<{ signature: string; day: string; count: number }[]> {
  // Prisma cannot group by a part of a column.
  return db.$queryRaw`
    SELECT "signature", to_char("createdAt", 'YYYY-MM-DD') AS "day", count(*)::int AS "count"
    FROM "ReviewCase"
    WHERE "signature" = ANY(${signatures}) AND "createdAt" >= ${since}
    GROUP BY 1, 2`;
}
