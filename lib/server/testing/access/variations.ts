import { randomUUID } from 'node:crypto';
import type { Asked, Method } from './row.ts';

/** Requests made of a right one. */

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The same for rows that never were. */
export function forAbsentRows(asked: Asked): Asked {
  const absent = (value: unknown): unknown => {
    if (typeof value === 'string') return uuid.test(value) ? randomUUID() : value;
    if (Array.isArray(value)) return value.map(absent);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, absent(one)]));
  };
  const params = absent(asked.params ?? {}) as Asked['params'];
  return {
    ...asked,
    params: params?.shop === undefined ? params : { ...params, shop: 'never-was' },
    json: asked.json === undefined ? undefined : absent(asked.json),
  };
}

/** The same, as if the rows were another shop's. */
export const inShop = (asked: Asked, shop: string): Asked => ({
  ...asked,
  params: { ...asked.params, shop },
});

export interface Odd {
  what: string;
  asked: Asked;
  /** It must be refused for what it is; of the others it is enough that nothing breaks. */
  refused: boolean;
}

/** What no page of ours sends: in the address, and in the body. */
export function* nonsense(asked: Asked, method: Method): Generator<Odd> {
  const { params = {}, query = {}, json, form } = asked;
  for (const [name, value] of Object.entries(params)) {
    if (Array.isArray(value)) continue;
    for (const odd of oddTexts) {
      const what = `${name} ${shortly(odd)}`;
      // What is not there is taken away already.
      const refused = !(method === 'DELETE' && name === 'slug') || odd === '\0';
      yield { what, asked: { ...asked, params: { ...params, [name]: odd } }, refused };
    }
  }
  if (method === 'GET') {
    for (const [name, odd] of oddQueries) {
      const what = `?${name} ${shortly(odd)}`;
      yield { what, asked: { ...asked, query: { ...query, [name]: odd } }, refused: false };
    }
  }
  if (form)
    yield { what: 'no form', asked: { ...asked, form: undefined, json: {} }, refused: true };
  if (json === undefined) return;
  const noJson = { ...asked, json: undefined, file: '{"broken' };
  yield { what: 'no JSON', asked: noJson, refused: true };
  for (const odd of [null, [], 'text', 1, { surprise: true }]) {
    yield { what: `body ${shortly(odd)}`, asked: { ...asked, json: odd }, refused: true };
  }
  for (const [at, odd] of withNul(json)) {
    yield { what: `NUL in ${at}`, asked: { ...asked, json: odd }, refused: false };
  }
}

export const oddTexts = ['not-an-id', '\0', "'; --", 'x'.repeat(3_000), '../../etc'];

/** By names that queries have here: a route that knows one reads it. */
const oddQueries = [
  ...['limit', 'after', 'since', 'wait', 'w', 'min'].map((name) => [name, '-1'] as const),
  ...['cursor', 'from', 'asOf', 'sort', 'status', 'q', 'search', 'shop', 'garment', 'person']
    .concat('actor', 'size', 'colour', 'tag', 'signature', 'name')
    .map((name) => [name, '\0'] as const),
];

const shortly = (value: unknown) => JSON.stringify(value).slice(0, 16);

/** Each text in it, one at a time, with what Postgres takes in no text. */
function* withNul(value: unknown, at = 'body'): Generator<[at: string, unknown]> {
  if (typeof value === 'string') yield [at, `${value}\0`];
  if (typeof value !== 'object' || value === null) return;
  for (const [key, one] of Object.entries(value)) {
    for (const [place, changed] of withNul(one, `${at}.${key}`)) {
      const copy: unknown = Array.isArray(value)
        ? value.map((old, index) => (String(index) === key ? changed : old))
        : { ...value, [key]: changed };
      yield [place, copy];
    }
  }
}
