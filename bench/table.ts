import pg from 'pg';
import { garmentKinds } from '#lib/domain/category.ts';
import { garmentStatuses, readinesses } from '#lib/domain/garment-status.ts';
import { type TableQuery, tableSorts } from '#lib/domain/garment-table.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { type CrowdedShops, colours, cuts, pick } from './crowded-shops.ts';
import type { Findings } from './report.ts';
import { note, p95InThirds, summaries, timed } from './times.ts';

const EACH = 10;
const PAGES_DOWN = 3;

type Random = () => number;
const queries: Record<string, (random: Random, words: string[]) => Partial<TableQuery>> = {
  'the whole table': () => ({}),
  'in some order': (random) => ({ sort: pick(tableSorts, random) }),
  'one status': (random) => ({ status: pick(garmentStatuses, random) }),
  'status, kind and readiness': (random) => ({
    status: pick(garmentStatuses, random),
    kind: pick(garmentKinds, random),
    readiness: pick(readinesses, random),
    sort: pick(tableSorts, random),
  }),
  'a tag': (random) => ({ tag: `tag-${Math.floor(random() * 200)}` }),
  'a common word': (random) => ({ q: pick(cuts, random) }),
  'a colour, in some order': (random) => ({
    q: pick(colours, random),
    sort: pick(tableSorts, random),
  }),
  'part of a rare word': (random, words) => ({ q: pick(words.slice(2_000), random).slice(0, 5) }),
  'two words': (random, words) => ({
    q: `${pick(cuts, random)} ${pick(words.slice(200), random)}`,
  }),
  'what nothing is called': () => ({ q: 'qxjwyhc' }),
};

/** The first page with its count and a page further down, when all garments are one shop's. */
export async function measureTable(
  url: string,
  { shops, words }: CrowdedShops,
  random: Random,
): Promise<Findings> {
  const [shop] = shops;
  if (!shop) throw new Error('There is no shop.');
  const userId = await putIntoOneShop(url, shop.id);
  // Loaded only now: the server's code reads its variables when it loads.
  const { listShopGarments } = await import('#lib/server/use-cases/list-shop-garments.ts');
  const actor: Actor = { userId, isGuest: false, role: 'MERCHANT', name: null, email: null };

  const first: Record<string, number[]> = {};
  const later: Record<string, number[]> = {};
  // Round by round, so that what else the machine does falls on all of them.
  for (let round = -3; round < EACH; round += 1) {
    for (const [name, ask] of Object.entries(queries)) {
      const query = ask(random, words);
      const list = (cursor?: string) => listShopGarments(actor, shop.slug, { ...query, cursor });
      const firstMs = await timed(() => list());
      let { nextCursor } = await list();
      for (let page = 1; page < PAGES_DOWN && nextCursor; page += 1) {
        ({ nextCursor } = await list(nextCursor));
      }
      const laterMs = nextCursor && (await timed(() => list(nextCursor ?? undefined)));
      // The first rounds are for warming up.
      if (round < 0) continue;
      note(first, name, firstMs);
      if (laterMs) note(later, name, laterMs);
    }
  }
  const figure = (what: string, times: Record<string, number[]>) => {
    const rounds = p95InThirds(times);
    return { row: 'P8' as const, what, unit: 'ms p95', rounds, target: { atMost: 50 } };
  };
  const figures = [
    figure('first page of a merchant’s table', first),
    figure(`page ${PAGES_DOWN + 1} of a merchant’s table`, later),
  ];
  const tables = [
    { title: 'first page of a shop that has them all, counted, ms', rows: summaries(first) },
    { title: `page ${PAGES_DOWN + 1}, ms`, rows: summaries(later) },
  ];
  return { figures, tables };
}

/** Everything under one roof, with tags, statuses and readiness as uneven as they are. */
async function putIntoOneShop(databaseUrl: string, shopId: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('SET session_replication_role = replica');
    await client.query(
      `UPDATE "Garment" g SET
        "shopId" = $1,
        tags = ARRAY['tag-' || (n * 7919 % 200), 'season-' || (n % 4)],
        status = (CASE WHEN n % 10 < 6 THEN 'ACTIVE' WHEN n % 10 < 9 THEN 'DRAFT' ELSE 'ARCHIVED' END)::"GarmentStatus",
        readiness = (CASE WHEN n % 8 < 5 THEN 'READY' WHEN n % 8 < 6 THEN 'FAIR' WHEN n % 8 < 7 THEN 'NOT_READY' ELSE 'NO_PICTURE' END)::"Readiness"
      FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM "Garment") numbered
      WHERE numbered.id = g.id`,
      [shopId],
    );
    const userId = 'the-merchant-of-the-bench';
    await client.query(
      `INSERT INTO "User" (id, role, "updatedAt") VALUES ($1, 'MERCHANT', now())`,
      [userId],
    );
    await client.query(
      `INSERT INTO "ShopMember" ("shopId", "userId", role) VALUES ($1, $2, 'OWNER')`,
      [shopId, userId],
    );
    await client.query('VACUUM ANALYZE');
    return userId;
  } finally {
    await client.end();
  }
}
