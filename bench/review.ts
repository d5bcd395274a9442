import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { type CaseQuery, readCaseQuery } from '#lib/domain/case-query.ts';
import { reviewCauses } from '#lib/domain/review-case.ts';
import { errorClasses } from '#lib/domain/try-on-error.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import type { Life } from '../scripts/command.ts';
import { crowdShops, type MadeShop, pick } from './crowded-shops.ts';
import { seededRandom } from './latencies.ts';
import type { Findings } from './report.ts';
import { startScratchDatabase } from './scratch-database.ts';
import { note, summaries, timed } from './times.ts';

/**
 * What the review queue costs with as many cases as the target names, and ten times as many try-ons
 * around them, in several shops: a page of the list, its count, its groups, and one case with its
 * neighbours.
 */
const CASES = 10_000;
const TRY_ONS = 100_000;
const PEOPLE = 2_000;
const GARMENTS = 1_000;
const SEED = 20_261_128;
const EACH = 40;
const PAGES_DOWN = 10;
const TARGET_MS = 50;

type Random = () => number;
type Given = Partial<Record<keyof CaseQuery, string>>;

interface Ground {
  shops: MadeShop[];
  tryOnIds: string[];
  requestIds: string[];
  signatures: string[];
  userIds: string[];
}

const questions: Record<string, (random: Random, ground: Ground) => Given> = {
  'open, newest first': () => ({}),
  'open, oldest first': () => ({ order: 'oldest' }),
  resolved: () => ({ status: 'resolved' }),
  'one cause': (random) => ({ cause: pick(reviewCauses, random) }),
  'open appeals': () => ({ appeal: 'open' }),
  'one class of one shop': (random, { shops }) => ({
    errorClass: pick(errorClasses, random),
    shop: pick(shops, random).slug,
  }),
  'one person’s, of any status': (random, { userIds }) => ({
    person: pick(userIds, random),
    status: 'any',
  }),
  'nobody’s, over a day old': () => ({ assignee: 'nobody', olderThanHours: '24' }),
  'one group': (random, { signatures }) => ({ signature: pick(signatures, random) }),
  'a common word': () => ({ search: 'inference' }),
  'two words': () => ({ search: 'timeout worker' }),
  'a pasted request id, resolved or not': (random, { requestIds }) => ({
    search: pick(requestIds, random),
  }),
  'what nobody said': () => ({ search: 'qxjwyhc' }),
};

export async function benchReview(life: Life): Promise<Findings> {
  const url = await startScratchDatabase(life);
  const random = seededRandom(SEED);
  const { shops } = await crowdShops(url, GARMENTS, random);
  const { adminId, ...rest } = await fillQueue(url);
  const ground = { shops, ...rest };
  // Loaded only now: the server's code reads its variables when it loads.
  const { listCases } = await import('#lib/server/use-cases/list-cases.ts');
  const { countCases } = await import('#lib/server/use-cases/count-cases.ts');
  const { groupCases } = await import('#lib/server/use-cases/group-cases.ts');
  const { getCase } = await import('#lib/server/use-cases/get-case.ts');
  const { getCaseOptions } = await import('#lib/server/use-cases/get-case-options.ts');
  const { findCaseNeighbours } = await import('#lib/server/use-cases/find-case-neighbours.ts');
  const { disconnect } = await import('#lib/server/db.ts');
  const actor: Actor = {
    userId: adminId,
    isGuest: false,
    role: 'ADMIN',
    name: 'Ada',
    email: null,
  };

  const first: Record<string, number[]> = {};
  const later: Record<string, number[]> = {};
  const counts: Record<string, number[]> = {};
  const others: Record<string, number[]> = {};
  // Round by round, so that what else the machine does falls on all of them.
  for (let round = -3; round < EACH; round += 1) {
    for (const [name, ask] of Object.entries(questions)) {
      const query = readCaseQuery(ask(random, ground));
      const firstMs = await timed(() => listCases(actor, query));
      let { nextCursor } = await listCases(actor, query);
      for (let page = 2; page < PAGES_DOWN && nextCursor; page += 1) {
        ({ nextCursor } = await listCases(actor, query, { cursor: nextCursor }));
      }
      const cursor = nextCursor;
      const laterMs = cursor ? await timed(() => listCases(actor, query, { cursor })) : null;
      const countMs = await timed(() => countCases(actor, query));
      // The first rounds are for warming up.
      if (round < 0) continue;
      note(first, name, firstMs);
      if (laterMs !== null) note(later, name, laterMs);
      note(counts, name, countMs);
    }
    const plain = readCaseQuery({});
    const shop = readCaseQuery({ shop: pick(shops, random).slug });
    const id = pick(ground.tryOnIds, random);
    const work = {
      'groups of all open cases': () => groupCases(actor, plain),
      'groups of one shop': () => groupCases(actor, shop),
      'what the queue can be narrowed to': () => getCaseOptions(actor, plain),
      'one case with its timeline': () => getCase(actor, id),
      'the cases beside it': () => findCaseNeighbours(actor, id, plain),
    };
    for (const [name, run] of Object.entries(work)) {
      const ms = await timed(run);
      if (round >= 0) note(others, name, ms);
    }
  }
  await disconnect();
  const about = `${CASES} cases among ${TRY_ONS} try-ons, target p95 ${TARGET_MS} ms`;
  const tables = [
    { title: `first page of the queue, ${about}`, rows: summaries(first) },
    { title: `page ${PAGES_DOWN}, ms`, rows: summaries(later) },
    { title: 'counts of all tabs, ms', rows: summaries(counts) },
    { title: 'groups, choices and one case, ms', rows: summaries(others) },
  ];
  return { tables };
}

/** Half of the cases are open; causes, words, people and days are as uneven as they are. */
async function fillQueue(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const adminId = randomUUID();
    const modelId = randomUUID();
    // Foreign keys are right by construction, and not looked at for each of so many rows.
    await client.query('SET session_replication_role = replica');
    await client.query(
      `INSERT INTO "User" (id, name, role, "updatedAt")
       SELECT CASE WHEN n = 0 THEN $1 ELSE gen_random_uuid()::text END,
         CASE WHEN n = 0 THEN 'Ada' ELSE 'Person ' || n END,
         (CASE WHEN n = 0 THEN 'ADMIN' ELSE 'SHOPPER' END)::"Role", now()
       FROM generate_series(0, $2::int) n`,
      [adminId, PEOPLE],
    );
    await client.query(
      `INSERT INTO "HouseModel" (id, slug, name, description, "heightCm", position, "mediaId", "inputMediaId")
       SELECT $1, 'bench', 'Bench', '', 170, 1, m.id, m.id FROM "Media" m LIMIT 1`,
      [modelId],
    );
    await client.query(
      `WITH people AS (SELECT id, row_number() OVER () AS place FROM "User" WHERE role = 'SHOPPER'),
        garments AS (
          SELECT g.id, g."shopId", i.id AS image, row_number() OVER () AS place
          FROM "Garment" g JOIN "GarmentImage" i ON i."garmentId" = g.id)
       INSERT INTO "TryOn" (id, "userId", "shopId", "garmentId", "garmentImageId", "houseModelId",
         "idempotencyKey", category, steps, guidance, seed, state, "nextActionAt", "requestId",
         "errorClass", "providerText", "createdAt", "submittedAt", "completedAt", "finishedAt")
       SELECT ${ID_OF_TIME}, p.id, g."shopId", g.id, g.image, $1, 'bench ' || n, 'UPPER_BODY', 25, 2, n,
         (CASE WHEN n % 10 > 0 THEN 'succeeded' ELSE
           (ARRAY['failed', 'failed', 'blocked', 'unknown', 'expired'])[1 + n / 10 % 5]
         END)::"TryOnState", NULL, gen_random_uuid()::text,
         CASE WHEN n % 10 = 0 THEN ($2::text[])[1 + (n / 10 * 7) % array_length($2, 1)] END,
         CASE WHEN n % 10 = 0 THEN ($3::text[])[1 + (n / 10 * n / 10) % array_length($3, 1)] END,
         t, t, t, t
       FROM generate_series(1, $4::int) n
         CROSS JOIN LATERAL (SELECT now() - ($4 - n) * interval '26 seconds' AS t) times
         JOIN people p ON p.place = 1 + (n::bigint * n) % (SELECT count(*) FROM people)
         JOIN garments g ON g.place = 1 + (n::bigint * 31) % (SELECT count(*) FROM garments)`,
      [modelId, [...errorClasses], said, TRY_ONS],
    );
    await client.query(
      `INSERT INTO "ReviewCase" (id, "tryOnId", "shopId", "garmentId", status, cause, "errorClass",
         signature, appeal, "assigneeId", "searchText", "createdAt")
       SELECT ${ID_OF_TIME}, id, "shopId", "garmentId",
         (CASE WHEN seed % 20 = 0 THEN 'OPEN' ELSE 'RESOLVED' END)::"ReviewStatus",
         state::text::"ReviewCause", "errorClass", "errorClass" || ': ' || lower("providerText"),
         CASE WHEN state = 'blocked' AND seed % 3 = 0 THEN 'OPEN'::"AppealState" END,
         CASE WHEN seed % 7 = 0 THEN $1 END,
         lower(concat_ws(' ', id, "requestId", "errorClass", "providerText")), t
       FROM "TryOn" CROSS JOIN LATERAL (SELECT "createdAt" AS t) times
       WHERE state <> 'succeeded'`,
      [adminId],
    );
    await client.query(
      `INSERT INTO "TryOnEvent" ("tryOnId", at, version, kind, state)
       SELECT id, "createdAt", v, state::text, state FROM "TryOn", generate_series(1, 4) v`,
    );
    await client.query('VACUUM ANALYZE');
    const { rows } = await client.query<{ id: string; request: string; sign: string; who: string }>(
      `SELECT t.id, t."requestId" AS request, c.signature AS sign, t."userId" AS who
       FROM "ReviewCase" c JOIN "TryOn" t ON t.id = c."tryOnId"`,
    );
    if (rows.length !== CASES) throw new Error(`There are ${rows.length} cases.`);
    return {
      adminId,
      tryOnIds: rows.map(({ id }) => id),
      requestIds: rows.map(({ request }) => request),
      signatures: rows.map(({ sign }) => sign),
      userIds: rows.map(({ who }) => who),
    };
  } finally {
    await client.end();
  }
}

/** An id that sorts by the instant \`t\`, as the program's own do. */
const ID_OF_TIME = `(SELECT overlay(overlay(gen_random_uuid()::text placing substr(hex, 1, 8) from 1)
  placing substr(hex, 9, 4) from 10) FROM (SELECT lpad(to_hex((extract(epoch from t) * 1000)::bigint), 12, '0') AS hex) h)`;

/** What providers say, the ids and figures in it normalised already. */
const said = [
  'Internal error during inference',
  'Request blocked by responsible AI (RAI) content policy.',
  'No human detected',
  'Worker timeout after # s on node #',
  'CUDA out of memory. Tried to allocate # MiB',
  'connection closed before the answer was complete',
  'could not identify image file',
  'Upstream returned # Bad Gateway',
  ...Array.from(
    { length: 60 },
    (_, place) => `Unexpected answer of kind ${'abcdefghij'[place % 10]}${'klmnop'[place % 6]}`,
  ),
];
