import pg from 'pg';
import { type CaseQuery, readCaseQuery } from '#lib/domain/case-query.ts';
import { reviewCauses } from '#lib/domain/review-case.ts';
import { errorClasses } from '#lib/domain/try-on-error.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import type { Life } from '../scripts/command.ts';
import { type MadeShop, pick } from './crowded-shops.ts';
import { growDatabase } from './grown/grow.ts';
import { seededRandom } from './latencies.ts';
import type { Findings } from './report.ts';
import { startScratchDatabase } from './scratch-database.ts';
import { note, summaries, timed } from './times.ts';

/**
 * What the review queue costs with as many cases as the target names, and ten times as many try-ons
 * around them, in several shops: a page of the list, its count, its groups, and one case with its
 * neighbours.
 */
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
  const growth = { tryOns: TRY_ONS, garments: GARMENTS, shoppers: PEOPLE };
  const until = new Date();
  const { shops, adminId } = await growDatabase(url, {
    ...growth,
    troubled: 0.1,
    until,
    seed: SEED,
  });
  const ground = { shops, ...(await listGround(url)) };
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
  const about = `${ground.tryOnIds.length} cases among ${TRY_ONS} try-ons, target p95 ${TARGET_MS} ms`;
  const tables = [
    { title: `first page of the queue, ${about}`, rows: summaries(first) },
    { title: `page ${PAGES_DOWN}, ms`, rows: summaries(later) },
    { title: 'counts of all tabs, ms', rows: summaries(counts) },
    { title: 'groups, choices and one case, ms', rows: summaries(others) },
  ];
  return { tables };
}

/** What can be asked about. */
async function listGround(databaseUrl: string) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; request: string; sign: string; who: string }>(
      `SELECT t.id, t."requestId" AS request, c.signature AS sign, t."userId" AS who
       FROM "ReviewCase" c JOIN "TryOn" t ON t.id = c."tryOnId" WHERE t."requestId" IS NOT NULL`,
    );
    return {
      tryOnIds: rows.map(({ id }) => id),
      requestIds: rows.map(({ request }) => request),
      signatures: rows.map(({ sign }) => sign),
      userIds: rows.map(({ who }) => who),
    };
  } finally {
    await client.end();
  }
}
