import type pg from 'pg';
import { spanLengths } from '#lib/domain/figure-days.ts';
import { counters } from '#lib/domain/figures.ts';
import type { Growth } from './grow.ts';

const columns = (of: (name: string) => string) =>
  counters.map((name) => of(`"${name}"`)).join(', ');

/** What was counted and written down meanwhile: the shops' figures, visits of the last days, the audit log. */
export async function fillRecords(
  client: pg.Client,
  { tryOns }: Growth,
  adminId: string,
): Promise<void> {
  // One visit of six asks for a try-on.
  const counted: Record<string, string> = {
    views: '6 * count(*)',
    opens: '2 * count(*)',
    choices: 'count(*)',
    asks: 'count(*)',
    looks: `count(*) FILTER (WHERE state = 'succeeded')`,
    tryOns: `count(*) FILTER (WHERE state <> 'cancelled')`,
    succeeded: `count(*) FILTER (WHERE state = 'succeeded')`,
    failed: `count(*) FILTER (WHERE state IN ('failed', 'expired', 'unknown'))`,
    blocked: `count(*) FILTER (WHERE state = 'blocked')`,
    costMicros: 'coalesce(sum("costMicros"), 0)',
  };
  const sums = counters.map((name) => `${counted[name] ?? '0'} AS "${name}"`).join(', ');
  await client.query(`
    CREATE TEMP TABLE counted AS
      SELECT "garmentId", "shopId", category, "createdAt"::date AS day, ${sums}
      FROM "TryOn" WHERE NOT "forShop" GROUP BY 1, 2, 3, 4;
    -- Made at the end: kept up to date row by row it took most of the time.
    ALTER TABLE "GarmentSpan" DROP CONSTRAINT "GarmentSpan_pkey";
    INSERT INTO "GarmentSpan" ("garmentId", days, start, "shopId", ${columns((name) => name)})
      SELECT "garmentId", length, day - (day - DATE '1970-01-01') % length, "shopId", ${columns((name) => `sum(${name})`)}
      FROM counted CROSS JOIN unnest('{${spanLengths}}'::int[]) AS length
      GROUP BY 1, 2, 3, 4 ORDER BY 3;
    ALTER TABLE "GarmentSpan" ADD CONSTRAINT "GarmentSpan_pkey" PRIMARY KEY ("garmentId", days, start);
    INSERT INTO "ShopDay" ("shopId", day, category, ${columns((name) => name)})
      SELECT "shopId", day, category, ${columns((name) => `sum(${name})`)} FROM counted GROUP BY 1, 2, 3;
    INSERT INTO "Visit" ("garmentId", day, visitor, step)
      SELECT DISTINCT "garmentId", "createdAt"::date, md5("userId" || "garmentId" || "createdAt"::date)::uuid, step
      FROM "TryOn" CROSS JOIN unnest('{view,open,choose,ask}'::"VisitStep"[]) AS step
      WHERE NOT "forShop" AND "createdAt"::date > pg_temp.present()::date - 7;
    INSERT INTO "AuditEntry" (at, "actorId", action, "subjectType", "subjectId", "shopId", detail)
      SELECT pg_temp.asked_at(n * 10), CASE WHEN by_admin THEN '${adminId}' ELSE owner.id END,
        CASE WHEN by_admin THEN ('{case.resolve,case.retry,picture.seen,settings.changed}'::text[])[1 + floor(4 * chance)]
          ELSE ('{garment.updated,garment.created,garment.status,team.invited,import.applied}'::text[])[1 + floor(5 * chance)] END,
        CASE WHEN by_admin THEN 'try-on' ELSE 'garment' END,
        CASE WHEN by_admin THEN pg_temp.id_at(pg_temp.asked_at(n * 10), n * 10, 'try-on') ELSE hanging.id END,
        CASE WHEN NOT by_admin THEN hanging.shop END, '{}'
      FROM generate_series(1, ${Math.floor(tryOns / 10)}) AS n
        CROSS JOIN LATERAL (SELECT n % 5 = 0 AS by_admin, pg_temp.drawn(n, 51) ^ 2 AS chance) AS told
        JOIN hanging ON hanging.place = 1 + floor((SELECT count(*) FROM hanging) * pg_temp.drawn(n, 52) ^ 1.7)
        JOIN staff owner ON owner.shop = hanging.shop AND owner.role = 'OWNER';
    INSERT INTO "OpsSample" (minute, queued, "oldestSeconds", "underWay", "nearHour", workers, tokens, paused)
      SELECT minute, floor(20 * pg_temp.drawn(extract(epoch FROM minute)::bigint, 53) ^ 3), 4, 3, 0, 2, 40, false
      FROM generate_series(date_trunc('minute', pg_temp.present() - interval '30 days'), pg_temp.present(), interval '1 min') AS minute;`);
}
