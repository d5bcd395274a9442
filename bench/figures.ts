import pg from 'pg';
import { addDays, type Day, dayOf, lastDays, spanLengths } from '#lib/domain/figure-days.ts';
import { counters } from '#lib/domain/figures.ts';
import { figuresSorts, parseFigures, periodChoices } from '#lib/domain/figures-query.ts';
import type { Life } from '../scripts/command.ts';
import type { Findings, Row } from './report.ts';
import { startScratchDatabase } from './scratch-database.ts';
import { summary, timed } from './times.ts';

/**
 * What the figures of a shop cost in which each of 10,000 garments was looked at on every day: reading
 * them for all that can be asked, and counting one more visit.
 */
const GARMENTS = 10_000;
const DAYS = 120;
const EACH = 30;

export async function benchFigures(life: Life): Promise<Findings> {
  const url = await startScratchDatabase(life);
  const today = dayOf(new Date());
  await fillFigures(url, { garments: GARMENTS, from: addDays(today, 1 - DAYS), days: DAYS });
  // Loaded only now: the server's code reads its variables when it loads.
  const { getFigures } = await import('#lib/server/use-cases/get-figures.ts');
  const { recordVisit } = await import('#lib/server/use-cases/record-visit.ts');
  const { db, disconnect } = await import('#lib/server/db.ts');
  const owner = await db().user.findFirstOrThrow();
  const actor = { ...owner, userId: owner.id };

  const asked: Record<string, Record<string, string>> = {
    ...Object.fromEntries(
      periodChoices.map((days) => [`${days} days`, { days: String(days) }] as const),
    ),
    '90 days, one kind': { days: '90', category: 'DRESS' },
    '100 days until three days ago': { ...lastDays(100, addDays(today, -3)) },
    '90 days, one garment': {
      days: '90',
      garment: (await db().garment.findFirstOrThrow({ select: { id: true } })).id,
    },
  };
  const times: Record<string, number[]> = {};
  const counting: number[] = [];
  for (let round = -3; round < EACH; round += 1) {
    for (const [name, address] of Object.entries(asked)) {
      const sort = figuresSorts[(round + 3) % figuresSorts.length] ?? 'views';
      const ms = await timed(() => getFigures(actor, SHOP, parseFigures({ ...address, sort })));
      if (round >= 0) times[name] = [...(times[name] ?? []), ms];
    }
    const visitor = { id: crypto.randomUUID(), hasAccount: false };
    const visit = { garment: `garment-${round + 4}`, step: 'view' as const };
    const ms = await timed(() => recordVisit(visitor, visit));
    if (round >= 0) counting.push(ms);
  }
  await disconnect();
  const rows = Object.entries(times).map(([name, all]): [string, Row] => [name, summary(all)]);
  const tables = [
    {
      title: `figures of ${GARMENTS} garments that were looked at every day, ms`,
      rows: Object.fromEntries(rows),
    },
    { title: 'counting one more visit, ms', rows: { visit: summary(counting) } },
  ];
  return { tables };
}

const SHOP = 'crowded';

/** A shop, its owner, its garments, and their figures of all days, as counting them would leave them. */
async function fillFigures(
  databaseUrl: string,
  { garments, from, days }: { garments: number; from: Day; days: number },
): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const counts = counters.map((name) => `"${name}"`).join(', ');
  const drawn = counters
    .map((_, place) => `(40 * random() ^ 3 / ${place + 1})::int AS "${counters[place]}"`)
    .join(', ');
  const sums = counters.map((name) => `sum("${name}")`).join(', ');
  await client.query(`
    INSERT INTO "Shop" (id, slug, name) VALUES ('shop', '${SHOP}', 'Crowded');
    INSERT INTO "User" (id, role, "updatedAt")
      VALUES ('01900000-0000-7000-8000-000000000001', 'MERCHANT', now());
    INSERT INTO "ShopMember" ("shopId", "userId", role)
      VALUES ('shop', '01900000-0000-7000-8000-000000000001', 'OWNER');
    INSERT INTO "Garment" (id, "shopId", slug, title, category, status, "priceMinor", currency,
      "updatedAt", "publishedAt")
      SELECT gen_random_uuid()::text, 'shop', 'garment-' || n, 'Garment ' || n,
        ('{UPPER_BODY,LOWER_BODY,DRESS}'::"GarmentCategory"[])[1 + n % 3], 'ACTIVE', 4900, 'EUR',
        now(), now()
      FROM generate_series(1, ${garments}) AS n;
    CREATE TEMP TABLE drawn AS
      SELECT garment.id AS "garmentId", garment.category, DATE '${from}' + n AS day, ${drawn}
      FROM generate_series(0, ${days - 1}) AS n CROSS JOIN "Garment" AS garment;
    INSERT INTO "GarmentSpan" ("garmentId", days, start, "shopId", ${counts})
      SELECT "garmentId", length, day - (day - DATE '1970-01-01') % length, 'shop', ${sums}
      FROM drawn CROSS JOIN unnest('{${spanLengths}}'::int[]) AS length
      GROUP BY 1, 2, 3
      -- As they come about: what is of one time lies together.
      ORDER BY 3, 2, random();
    INSERT INTO "ShopDay" ("shopId", day, category, ${counts})
      SELECT 'shop', day, category, ${sums} FROM drawn GROUP BY 1, 2, 3;
    DROP TABLE drawn;`);
  // Not among others: it is a transaction of its own.
  await client.query('VACUUM ANALYZE');
  await client.end();
}
