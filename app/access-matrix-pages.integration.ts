import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Actor } from '#lib/server/auth/actor.ts';
import { disconnect } from '#lib/server/db.ts';
import { whileSuspended } from '#lib/server/testing/access/ask.ts';
import { type Role, roles } from '#lib/server/testing/access/roles.ts';
import { findPages } from '#lib/server/testing/access/routes.ts';
import { type PageRow, pageRows, type Seen } from '#lib/server/testing/access/rows/pages.ts';
import { forAbsentRows, inShop, oddTexts } from '#lib/server/testing/access/variations.ts';
import { type Sight, type Visited, visit } from '#lib/server/testing/access/visit.ts';
import { makeWorld, type World } from '#lib/server/testing/access/world.ts';

/**
 * Who sees what of every page of the app. The page functions themselves are called, so neither
 * `proxy.ts` nor a layout can be what refuses.
 */
vi.mock('next/headers', async () => {
  const { nextHeaders } = await import('#lib/server/testing/access/request-scope.ts');
  return nextHeaders;
});

// So that there are the pages of links that are mailed.
process.env.SMTP_URL = 'smtp://127.0.0.1:9';

const pages = await findPages();

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
afterAll(disconnect);

const visitorAs = (role: Role): Actor | null => (role === 'nobody' ? null : world.people[role]);

function see({ route }: PageRow, visitor: Actor | null, visited: Visited): Promise<Sight> {
  const page = pages.get(route);
  if (!page) throw new Error('There is no such page.');
  return visit(page, visitor, visited);
}

const seenAs = (sight: Sight): Seen =>
  sight.kind === 'sent' && sight.to.startsWith('/sign-in?callbackUrl=')
    ? 'sent to sign in'
    : sight.kind;

describe('the matrix of pages', () => {
  it('has a row for every page of the app, and none for what is not there', () => {
    const inTable = new Set(pageRows.map(({ route }) => route));
    expect([...pages.keys()].filter((route) => !inTable.has(route))).toEqual([]);
    expect([...inTable].filter((route) => !pages.has(route))).toEqual([]);
    expect(pages.size).toBeGreaterThan(35);
  });
});

describe.each(pageRows)('/$route', (row) => {
  it.each(roles)(`/${row.route}: %s`, async (role) => {
    const visitor = visitorAs(role);
    const visited = await row.visit(world, visitor);
    const sight = await see(row, visitor, visited);
    expect(seenAs(sight)).toBe(row.sights[role]);
    if (sight.kind === 'refused') {
      const told = { room: expect.any(String), email: visitor?.email };
      expect(JSON.parse(sight.props)).toEqual(told);
    }
    if (row.secret && sight.kind === 'shown') {
      const isTold = sight.props.includes(row.secret.of(visited));
      expect(isTold).toBe(row.secret.toldTo.includes(role));
    }
  });

  const first = roles.find((role) => role !== 'nobody' && row.sights[role] === 'shown');
  if (!first) return;

  it(`/${row.route}: ${first}, suspended`, async () => {
    const visitor = visitorAs(first);
    if (!visitor) throw new Error('Nobody cannot be suspended.');
    const visited = await row.visit(world, visitor);
    const sight = await whileSuspended(visitor, () => see(row, visitor, visited));
    expect(seenAs(sight)).toBe(row.sights.nobody);
  });

  it(`/${row.route}: ${first}, at an odd address`, async () => {
    const visitor = visitorAs(first);
    const { params = {}, query = {} } = await row.visit(world, visitor);
    const broken: string[] = [];
    const odd = [
      ...Object.keys(params).flatMap((name) =>
        oddTexts.map((text) => ({ query, params: { ...params, [name]: text } })),
      ),
      ...oddQueries.map((text) => ({
        params,
        query: Object.fromEntries(queries.map((name) => [name, text])),
      })),
    ];
    for (const visited of odd) {
      await see(row, visitor, visited).catch((error: unknown) => {
        broken.push(`${JSON.stringify(visited).slice(0, 120)}: ${error}`);
      });
    }
    expect(broken).toEqual([]);
  });
});

const queries = [
  ...[
    'q',
    'search',
    'cursor',
    'after',
    'shop',
    'garment',
    'person',
    'actor',
    'action',
    'type',
    'id',
  ],
  ...[
    'size',
    'colour',
    'tag',
    'ids',
    'callbackUrl',
    'lines',
    'from',
    'to',
    'range',
    'signature',
    'text',
  ],
];
const oddQueries = ['\0', "'; --", '-1', 'x'.repeat(3_000)];

describe('what is one shop’s', () => {
  it.each(pageRows.filter(({ route }) => /\[shop\].*\[/.test(route)))(
    'is on no page of another: /$route',
    async (row) => {
      const visited = await row.visit(world, null);
      const inOther = inShop(visited, world.otherShop.slug) as Visited;
      expect((await see(row, world.people.otherMerchant, inOther)).kind).toBe('absent');
      const never = forAbsentRows(visited) as Visited;
      expect((await see(row, world.people.otherMerchant, never)).kind).toBe('absent');
    },
  );
});
