import 'server-only';
import type { CaseGroups } from '#lib/contracts/review.ts';
import type { CaseQuery } from '#lib/domain/case-query.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { caseWhere } from '#lib/server/repositories/case-filter.ts';
import { countDays, listGroups } from '#lib/server/repositories/case-groups.ts';

const MOST_GROUPS = 100;
const TREND_DAYS = 14;
const DAY_MS = 86_400_000;

/** The cases that are asked for, by what the provider said. @throws AppError forbidden */
export async function groupCases(
  actor: Actor,
  query: CaseQuery,
  now = new Date(),
): Promise<CaseGroups> {
  assertAdmin(actor);
  const found = await listGroups(db(), caseWhere(query, actor.userId, now), MOST_GROUPS + 1);
  const groups = found.slice(0, MOST_GROUPS);
  const days = Array.from({ length: TREND_DAYS }, (_, place) => dayOf(now, TREND_DAYS - 1 - place));
  const counted = await countDays(
    db(),
    groups.map(({ signature }) => signature),
    new Date(`${days[0]}T00:00:00Z`),
  );
  const counts = new Map(counted.map((one) => [`${one.day} ${one.signature}`, one.count]));
  return {
    items: groups.map((group) => ({
      ...group,
      days: days.map((day) => counts.get(`${day} ${group.signature}`) ?? 0),
    })),
    more: found.length > MOST_GROUPS,
  };
}

/** The day (UTC) so many days before, as `2026-03-01`. */
const dayOf = (now: Date, before: number) =>
  new Date(now.getTime() - before * DAY_MS).toISOString().slice(0, 10);
