import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { disconnect } from '#lib/server/db.ts';
import { type Statement, statementsOf } from '#lib/server/testing/statements.ts';
import { findGround, type Ground } from './ground.ts';
import { growDatabase } from './grow.ts';
import { pagesOf } from './pages-of.ts';
import { importantReads, type Reads } from './reads.ts';
import { importantWrites } from './writes.ts';

/** All other tables grow for as long as there are shoppers: none is read from end to end to find a few rows. */
const small: Record<string, string> = {
  AlertState: 'a row a kind of alert',
  ConsentText: 'a row a wording',
  HouseModel: 'a handful',
  OpsLastHour: 'one row',
  ProviderGate: 'one row',
  Setting: 'a row a setting',
  Shop: 'as many as there are customers, however many shoppers they have',
  ShopMember: 'a few people a shop',
  ShopMonth: 'a row a shop and month',
  TextRule: 'what people have written down',
  WorkerBeat: 'a row a worker',
  _prisma_migrations: 'a row a migration',
};

/** What is read whole all the same, and why that costs less than it seems. */
const allowed: Record<string, string> = {
  'browse, first page: GarmentListing': 'It counts up to a limit, and all are fewer here.',
  'browse, words: GarmentListing':
    'It looks at the newest thousand first, which are half of all here.',
  'queue, one person: ReviewCase': 'She has a tenth as many try-ons as there are cases here.',
  'person: ReviewCase': 'She has a tenth as many try-ons as there are cases here.',
  'queue, words: ReviewCase': 'The word is common: from the newest on a few have it soon.',
  'shop, orders: OrderRequest': 'The fullest shop has a fifth of all.',
  'people: User': 'From the newest on two of three are on the page.',
  'shop, home: AuditEntry': 'From the newest on each fifth is of the fullest shop.',
  'shop, activity: AuditEntry': 'From the newest on each fifth is of the fullest shop.',
  'audit log, one shop: AuditEntry': 'From the newest on each fifth is of the fullest shop.',
  'audit log, one actor: AuditEntry': 'From the newest on each fifth is of that admin.',
  'shops, for the admin: Garment': 'It counts the garments of all shops.',
};

/** Works that ask with statements which are kept: those are looked at like all others. */
const keepStatements = [
  'asking for a try-on',
  'carrying a try-on, claim to look',
  'claiming what is paid for',
  'calls given out',
  'counting a visit',
];

const FEW = 3;
const MANY = 30;

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
let large: string[];
/** Of those the ones that have next to nothing here: by itself the planner would read them from end to end. */
let sparse: string[];
let works: Reads;
let ground: Ground;

beforeAll(async () => {
  const { DATABASE_URL = '' } = process.env;
  const until = new Date(Math.floor(Date.now() / 60_000) * 60_000);
  client = new pg.Client({ connectionString: DATABASE_URL });
  await client.connect();
  // Rows lie as far apart as tables ten times as large have pages: the planner weighs what it would there.
  large = await tablesThatGrow();
  for (const table of large) await client.query(`ALTER TABLE "${table}" SET (fillfactor = 10)`);
  await growDatabase(DATABASE_URL, {
    tryOns: 8_000,
    garments: 2_000,
    shoppers: 400,
    troubled: 0.15,
    until,
    seed: 1,
  });
  sparse = await tablesThatGrow('AND reltuples < 300');
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
  const whole = new Set<string>();
  const kept = new Set<string>();
  for (const [name, work] of Object.entries(works)) {
    for (const statement of await statementsOf(work)) {
      if (statement.name) kept.add(name);
      for (const table of await readWhole(statement)) whole.add(`${name}: ${table}`);
    }
  }
  expect([...whole].filter((one) => !Object.hasOwn(allowed, one))).toEqual([]);
  expect([...kept]).toEqual(expect.arrayContaining(keepStatements));
}, 60_000);

it('asks the database as often for many as for few', async () => {
  const more: string[] = [];
  for (const [name, pageOf] of Object.entries(pagesOf(ground))) {
    const [few, many] = [await pageOf(FEW), await pageOf(MANY)];
    // What is kept for a while is read before it is counted.
    const lists = [listsIn(await few()), listsIn(await many())];
    const hasThem = Object.entries(lists[1] ?? {}).some(
      ([list, length]) => length - (lists[0]?.[list] ?? 0) === MANY - FEW,
    );
    expect(hasThem, `${name} has as many items as are asked for`).toBe(true);
    const counts = [(await statementsOf(few)).length, (await statementsOf(many)).length];
    if (counts[0] !== counts[1]) more.push(`${name}: ${counts.join(' → ')}`);
  }
  expect(more).toEqual([]);
}, 60_000);

/** How long the lists of an answer are together, by their place in it. */
function listsIn(answer: unknown, at = '', found: Record<string, number> = {}) {
  if (Array.isArray(answer)) found[at] = (found[at] ?? 0) + answer.length;
  // An export has its items line by line.
  if (typeof answer === 'string' && at === '')
    found[at] = (found[at] ?? 0) + answer.split('\n').length;
  if (!(answer instanceof Object)) return found;
  for (const [key, value] of Object.entries(answer)) {
    listsIn(value, Array.isArray(answer) ? `${at}[]` : `${at}.${key}`, found);
  }
  return found;
}

async function tablesThatGrow(which = ''): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ${which}`,
  );
  return rows.map(({ name }) => name).filter((name) => !Object.hasOwn(small, name));
}

interface Plan {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Cond'?: string;
  Filter?: string;
  Plans?: Plan[];
}

/** @returns the large tables that the statement's plans read from end to end. */
async function readWhole({ text, values, name }: Statement): Promise<string[]> {
  const explain = async (options: string, given?: unknown[]) => {
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
      `EXPLAIN (FORMAT JSON${options}) ${text}`,
      given,
    );
    return rows.map((row) => row['QUERY PLAN'][0].Plan);
  };
  const read = async () => {
    const plans = await explain('', values);
    // What is kept is planned for any values after a few times.
    if (name) plans.push(...(await explain(', GENERIC_PLAN')));
    return plans.flatMap((plan) => wholeIn(plan));
  };
  const whole = await read();
  const isSparse = (table: string) => sparse.includes(table);
  if (!whole.some(isSparse)) return whole;
  await client.query('SET enable_seqscan = off');
  const unavoidable = await read();
  await client.query('RESET enable_seqscan');
  return [...whole.filter((table) => !isSparse(table)), ...unavoidable.filter(isSparse)];
}

function wholeIn(plan: Plan, above?: Plan): string[] {
  const { 'Node Type': kind, 'Relation Name': table = '', Filter: filter } = plan;
  // In the order of an index until there are enough, or all of it.
  const isOneOfAll = above?.['Node Type'] === 'Limit' && !filter;
  const isWhole =
    kind === 'Seq Scan' ||
    (/^Index (Only )?Scan$/u.test(kind) && !plan['Index Cond'] && !isOneOfAll);
  const within = (plan.Plans ?? []).flatMap((one) => wholeIn(one, plan));
  return isWhole && large.includes(table) ? [table, ...within] : within;
}
