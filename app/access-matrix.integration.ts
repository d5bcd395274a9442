import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { errorStatus } from '#lib/server/http/app-error.ts';
import { ask, type Got, whileSuspended } from '#lib/server/testing/access/ask.ts';
import { keptRows } from '#lib/server/testing/access/kept-rows.ts';
import { type Answer, type Role, roles } from '#lib/server/testing/access/roles.ts';
import { findHandlers, type Handler, handlerName } from '#lib/server/testing/access/routes.ts';
import type { Asked, Row } from '#lib/server/testing/access/row.ts';
import { accountRows } from '#lib/server/testing/access/rows/account.ts';
import { adminRows } from '#lib/server/testing/access/rows/admin.ts';
import { merchantRows, mixedRows } from '#lib/server/testing/access/rows/merchant.ts';
import { publicRows } from '#lib/server/testing/access/rows/public.ts';
import { shopperRows } from '#lib/server/testing/access/rows/shopper.ts';
import { forAbsentRows, inShop, nonsense } from '#lib/server/testing/access/variations.ts';
import { makeWorld, type World } from '#lib/server/testing/access/world.ts';

/**
 * Who gets what from every handler of the app, asked one by one in real sessions on a real database.
 * Nothing stands before them, so nothing that `proxy.ts` or a layout does can be what refuses.
 */
vi.mock('next/headers', async () => {
  const { nextHeaders } = await import('#lib/server/testing/access/request-scope.ts');
  return nextHeaders;
});
// Work for after the answer; it decides nothing.
vi.mock('next/server', async (original) => ({
  ...(await original<typeof import('next/server')>()),
  after: () => {},
}));

const rows: Row[] = [...publicRows, ...accountRows, ...shopperRows, ...merchantRows, ...adminRows];
// So that links are mailed. Nothing takes mail there, and nothing sends it here.
process.env.SMTP_URL = 'smtp://127.0.0.1:9';

const handlers = await findHandlers();

let world: World;
beforeAll(async () => {
  world = await makeWorld();
});
const forgetRates = () => db().rateLimit.deleteMany();
beforeEach(forgetRates);
afterAll(disconnect);

const titleOf = ({ method, route, what }: Row) => `${method} /${route}${what ? `, ${what}` : ''}`;

function handlerOf({ method, route }: Row): Handler {
  const handler = handlers.get(handlerName(method, route));
  if (!handler) throw new Error('There is no such route.');
  return handler;
}

async function askerOf(row: Row, role: Role): Promise<Actor | null> {
  if (role === 'nobody') return null;
  return row.usesUpPerson ? world.personAs(role) : world.people[role];
}

async function personOf(row: Row, role: Role): Promise<Actor> {
  const person = await askerOf(row, role);
  if (!person) throw new Error('Nobody is no person.');
  return person;
}

/** next-auth asks for a token of its own in the body, which only our pages can read. */
const bringsOwnToken = ({ route }: Row) => route === 'api/auth/[...nextauth]';

const otherSites: Record<string, string>[] = [
  { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
];

const send = (row: Row, asker: Actor | null, asked: Asked) =>
  ask(handlerOf(row), row, asker, asked);

/** Those who get what they ask for; the first of them stands for all. */
const welcome = ({ answers }: Row) => roles.filter((role) => typeof answers[role] === 'number');

function expectAnswer(got: Got, answer: Answer) {
  const wanted =
    typeof answer === 'number'
      ? { status: answer, code: undefined }
      : { status: errorStatus[answer], code: answer };
  expect({ status: got.status, code: got.code, ...(got.body && { body: got.body }) }).toMatchObject(
    wanted,
  );
}

describe('the matrix', () => {
  it('has a row for every handler of the app, and none for what is not there', () => {
    const inTable = new Set(rows.map(({ method, route }) => handlerName(method, route)));
    expect([...handlers.keys()].filter((name) => !inTable.has(name))).toEqual([]);
    expect([...inTable].filter((name) => !handlers.has(name))).toEqual([]);
    expect(handlers.size).toBeGreaterThan(130);
  });
});

const ofShops = rows.filter(({ route }) => /\[shop\].*\[(?!format|verb|model)/.test(route));

describe('what is one shop’s', () => {
  it.each(ofShops)('is not there in another: $method /$route', async (row) => {
    const asker = world.people.otherMerchant;
    const asked = await row.ask(world, asker);
    const before = await keptRows();
    const got = await send(row, asker, inShop(asked, world.otherShop.slug));
    expectAnswer(got, 'not_found');
    expect(await keptRows()).toBe(before);
    const absent = forAbsentRows(asked);
    expect(got.body).toEqual((await send(row, asker, inShop(absent, world.otherShop.slug))).body);
  });
});

describe('what is one shop’s, beside a row of another', () => {
  it.each(mixedRows)(
    '$method /$route: $answer',
    async ({ method, route, answer, ask: askMixed }) => {
      const asker = world.people.otherMerchant;
      const { id: own } = await world.garmentOfOtherShop();
      const { params, ...asked } = await askMixed(world, own);
      const before = await keptRows();
      const handler = handlers.get(handlerName(method, route));
      if (!handler) throw new Error('There is no such route.');
      const inOther = { ...asked, params: { ...params, shop: world.otherShop.slug } };
      expectAnswer(await ask(handler, { method, route }, asker, inOther), answer);
      expect(await keptRows()).toBe(before);
    },
  );
});

describe.each(rows)('$method /$route', (row) => {
  it.each(roles)(`${titleOf(row)}: %s`, async (role) => {
    const asker = await askerOf(row, role);
    const asked = await row.ask(world, asker);
    const answer = row.answers[role];
    const before = typeof answer === 'number' ? null : await keptRows();
    const got = await send(row, asker, asked);
    expectAnswer(got, answer);
    if (before !== null) expect(await keptRows()).toBe(before);
    // What is another's looks as what never was.
    if (answer === 'not_found') {
      expect(got.body).toEqual((await send(row, asker, forAbsentRows(asked))).body);
    }
  });

  const [first] = welcome(row).filter((role) => role !== 'nobody');
  if (!first) return;
  const title = `${titleOf(row)}: ${first}`;

  it(`${title}, suspended`, async () => {
    const asker = await personOf(row, first);
    const asked = await row.ask(world, asker);
    const isRefused = typeof row.answers.nobody !== 'number';
    const [got, before, after] = await whileSuspended(asker, async () => {
      const kept = isRefused ? await keptRows() : null;
      return [await send(row, asker, asked), kept, isRefused ? await keptRows() : null];
    });
    expectAnswer(got, row.answers.nobody);
    expect(after).toBe(before);
  });

  if (row.method !== 'GET' && !bringsOwnToken(row)) {
    it.each(otherSites)(`${title}, sent by another site’s page: %o`, async (headers) => {
      const asker = await personOf(row, first);
      const asked = await row.ask(world, asker);
      const before = await keptRows();
      expectAnswer(await send(row, asker, { ...asked, headers }), 'cross_site');
      expect(await keptRows()).toBe(before);
    });
  }

  it(`${title}, sending nonsense`, async () => {
    const asker = await personOf(row, first);
    const asked = await row.ask(world, asker);
    const wrong: string[] = [];
    for (const { what, asked: odd, refused } of nonsense(asked, row.method)) {
      await forgetRates();
      const { status } = await send(row, asker, odd);
      if (status >= 500 || (refused && status < 400 && !bringsOwnToken(row))) {
        wrong.push(`${status} for ${what}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
