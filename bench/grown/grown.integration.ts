import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { disconnect } from '#lib/server/db.ts';
import { type Statement, statementsOf } from '#lib/server/testing/statements.ts';
import { findGround, type Ground } from './ground.ts';
import { growDatabase } from './grow.ts';
import { pagesOf } from './pages-of.ts';
import { importantReads, type Reads } from './reads.ts';
import { importantWrites } from './writes.ts';

/** Tables that grow for as long as there are shoppers: none is read from end to end to find a few rows. */
const large = [
  ...['TryOn', 'TryOnEvent', 'UsageEntry', 'Media', 'Photo', 'User', 'Consent', 'ReviewCase'],
  ...['Garment', 'GarmentListing', 'ListedSize', 'GarmentVariant', 'GarmentImage', 'GarmentSpan'],
  ...[
    'Favourite',
    'BagLine',
    'OrderRequest',
    'OrderRequestLine',
    'AuditEntry',
    'OpsSample',
    'Visit',
  ],
];

/** What is read whole all the same, and why that costs less than it seems. */
const allowed: Record<string, string> = {
  'browse, words: GarmentListing':
    'It looks at the newest thousand first, which are half of all here.',
  'shop, orders: OrderRequest': 'A page is a third of all orders here.',
  'shop, orders: OrderRequestLine': 'A page is a third of all orders here.',
};

/** What the program would never have written. */
const strangers = {
  'a look that has no picture': `SELECT id FROM "TryOn"
    WHERE state = 'succeeded' AND "deletedAt" IS NULL AND "resultMediaId" IS NULL`,
  'somebody else’s photo': `SELECT t.id FROM "TryOn" t JOIN "Photo" p ON p.id = t."photoId"
    WHERE p."userId" <> t."userId"`,
  'a look over somebody else’s, or over a later one': `SELECT t.id FROM "TryOn" t
    JOIN "TryOn" b ON b.id = t."baseId" WHERE b."userId" <> t."userId" OR b."createdAt" > t."createdAt"`,
  'another take of somebody else’s': `SELECT t.id FROM "TryOn" t
    JOIN "TryOn" b ON b.id = t."retryOfId" WHERE b."userId" <> t."userId" OR b."createdAt" > t."createdAt"`,
  'an end before its beginning, or in time to come': `SELECT id FROM "TryOn"
    WHERE "finishedAt" < "createdAt" OR "createdAt" > now() OR "finishedAt" > now()`,
  'a try-on before its garment or its shopper': `SELECT t.id FROM "TryOn" t
    JOIN "Garment" g ON g.id = t."garmentId" JOIN "User" u ON u.id = t."userId"
    WHERE g."createdAt" > t."createdAt" OR u."createdAt" > t."createdAt"`,
  'events that tell another story than their try-on': `SELECT t.id FROM "TryOn" t
    JOIN "TryOnEvent" e ON e."tryOnId" = t.id GROUP BY t.id
    HAVING max(e.version) <> t.version OR count(*) <> t.version
      OR (array_agg(e.state ORDER BY e.id DESC))[1] <> t.state`,
  'a try-on that was not booked': `SELECT t.id FROM "TryOn" t
    LEFT JOIN "UsageEntry" u ON u."tryOnId" = t.id GROUP BY t.id
    HAVING count(u.id) <> CASE WHEN t."finishedAt" IS NULL THEN 1 ELSE 2 END`,
  'a month that is counted otherwise': `SELECT month FROM "ShopMonth" m
    WHERE "tryOns" <> (SELECT count(*) FROM "UsageEntry" e WHERE e."shopId" = m."shopId"
      AND kind = 'RESERVE' AND to_char(at, 'YYYY-MM') = m.month AND NOT EXISTS (
        SELECT FROM "UsageEntry" r WHERE r."tryOnId" = e."tryOnId" AND r.kind = 'RELEASE'))`,
  'a trouble that is no case': `SELECT t.id FROM "TryOn" t
    LEFT JOIN "ReviewCase" c ON c."tryOnId" = t.id
    WHERE (t.state IN ('failed', 'blocked', 'expired', 'unknown')) <> (c.id IS NOT NULL AND c.cause <> 'reported')`,
};

let client: pg.Client;
let works: Reads;
let ground: Ground;

beforeAll(async () => {
  const { DATABASE_URL = '' } = process.env;
  const until = new Date(Math.floor(Date.now() / 60_000) * 60_000);
  client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  // Rows lie as far apart as tables ten times as large have pages: the planner weighs what it would there.
  for (const table of large) await client.query(`ALTER TABLE "${table}" SET (fillfactor = 10)`);
  await growDatabase(DATABASE_URL, {
    tryOns: 8_000,
    garments: 2_000,
    shoppers: 400,
    troubled: 0.15,
    until,
    seed: 1,
  });
  ground = await findGround();
  works = { ...(await importantReads(ground)), ...importantWrites(ground) };
});

afterAll(async () => {
  await client.end();
  await disconnect();
});

it('is grown with every row where it belongs', async () => {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `SELECT conrelid::regclass::text AS table, conname AS name, pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype IN ('f', 'c') AND connamespace = 'public'::regnamespace`,
  );
  // Made anew, a constraint looks at every row.
  await client.query('BEGIN');
  for (const { table, name, definition } of rows) {
    await client.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}", ADD ${definition}`);
  }
  await client.query('ROLLBACK');
  expect(rows.length).toBeGreaterThan(80);
});

it.each(Object.entries(strangers))('is grown without %s', async (_, sql) => {
  const { rows } = await client.query(`${sql} LIMIT 3`);
  expect(rows).toEqual([]);
});

it('finds rows of tables that grow by their indexes', async () => {
  const whole: string[] = [];
  for (const [name, work] of Object.entries(works)) {
    for (const statement of await statementsOf(work)) {
      for (const table of await readWhole(statement)) whole.push(`${name}: ${table}`);
    }
  }
  expect([...new Set(whole)].filter((one) => !Object.hasOwn(allowed, one))).toEqual([]);
}, 60_000);

it('asks the database as often for many as for few', async () => {
  const more: string[] = [];
  for (const [name, pageOf] of Object.entries(pagesOf(ground))) {
    const [few, many] = [await pageOf(3), await pageOf(30)];
    // What is kept for a while is read before it is counted.
    await few();
    const counts = [(await statementsOf(few)).length, (await statementsOf(many)).length];
    if (counts[0] !== counts[1]) more.push(`${name}: ${counts.join(' → ')}`);
  }
  expect(more).toEqual([]);
}, 60_000);

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  Plans?: Plan[];
}

/** @returns the large tables that the statement's plan reads from end to end. */
async function readWhole({ text, values }: Statement): Promise<string[]> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `EXPLAIN (FORMAT JSON) ${text}`,
    values,
  );
  const found: string[] = [];
  const walk = (plan: Plan) => {
    const table = plan['Relation Name'] ?? '';
    if (plan['Node Type'] === 'Seq Scan' && large.includes(table)) found.push(table);
    plan.Plans?.forEach(walk);
  };
  for (const row of rows) walk(row['QUERY PLAN'][0].Plan);
  return found;
}
