import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseOptions } from './options.ts';
import { DEFAULT_KEY } from './server.ts';
import { startTestSandbox, type TestSandbox } from './test-sandbox.ts';

const read = (name: string) => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');

describe('the table of what is imitated', () => {
  const readme = read('README.md');
  const section = /\n## What is imitated.*?\n(?=## )/s.exec(readme)?.[0] ?? '';
  const rows = [...section.matchAll(/^\| (.+) \| (.+) \| `([\w-]+\.test\.ts)`: (.+) \|$/gm)].map(
    ([, says = '', source = '', file = '', title = '']) => ({ says, source, file, title }),
  );

  it('has a row in each of its lines', () => {
    expect(rows.length).toBeGreaterThan(30);
    expect(section.match(/^\| /gm)).toHaveLength(rows.length + 2);
  });

  it.each(rows)('$says', ({ source, file, title }) => {
    expect(source).toMatch(/^(page|SDK|seen|guess)$/);
    expect(read(file)).toContain(title);
  });
});

let t: TestSandbox;

beforeEach(async () => {
  t = await startTestSandbox();
});
afterEach(() => t.close());

describe('submits', () => {
  it('sent twice are two jobs and two bills, whatever Idempotency-Key they carry', async () => {
    const headers = { 'idempotency-key': 'once', 'x-idempotency-key': 'once' };
    const first = await t.json(t.submit({}, { headers }));
    const second = await t.json(t.submit({}, { headers }));
    await t.control('/settle', {});
    expect(first.request_id).not.toBe(second.request_id);
    expect(await t.json(t.call('/v1/get-user-credits'))).toMatchObject({ credits: 9.97784 });
  });

  it('can be neither listed nor cancelled', async () => {
    const id = await t.start();
    const calls = [
      ['GET', '/v2/requests', 405],
      ['GET', '/v1/requests', 405],
      ['DELETE', `/v2/requests/${id}`, 405],
      ['POST', `/v2/requests/${id}/cancel`, 404],
      ['PUT', `/v2/requests/${id}/cancel`, 404],
    ] as const;
    for (const [method, path, code] of calls) {
      expect([path, (await t.call(path, { method })).status]).toEqual([path, code]);
    }
    expect(await t.json(t.status(id))).toMatchObject({ status: 'COMPLETED' });
  });
});

describe('headers', () => {
  const balance = '9.98892';
  const names = [
    'x-remaining-credits',
    'x-generation-time',
    'x-rate-limit-remaining',
    'x-rate-limit-reset-at-utc',
    'retry-after',
    'set-cookie',
    'location',
  ];

  it.each([
    ['a v1 picture', async () => t.sync(), [balance, '0.001', 'n', 't', null, null, null]],
    ['a v2 submit', async () => t.submit(), ['10', null, 'n', 't', null, null, null]],
    [
      'a v2 result',
      async () => t.result(await t.start()),
      [balance, '0.001', null, null, null, null, null],
    ],
    [
      'a v2 status',
      async () => t.status(await t.start()),
      [null, null, null, null, null, null, null],
    ],
    [
      'a refused v1 call',
      async () => t.sync({ category: 'Shoes' }),
      [null, null, 'n', 't', null, null, null],
    ],
  ])(
    'of %s tell the balance, the time and the rate where they should',
    async (_case, call, told) => {
      const { headers } = await call();
      const seen = names.map((name) => {
        const value = headers.get(name);
        if (value === null) return null;
        if (name === 'x-rate-limit-remaining') return /^\d+$/.test(value) ? 'n' : value;
        return name.endsWith('-utc') && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? 't' : value;
      });
      expect(seen).toEqual(told);
    },
  );
});

describe('what is so when nothing else is asked for', () => {
  const parsed = parseOptions([]);
  const options = parsed.kind === 'run' ? parsed.options : null;

  it('is the published mean and price, and the Pro plan', () => {
    expect(options).toMatchObject({ latency: { mean: 7.62 }, price: 0.01108, rpm: 50 });
  });

  it('is a key in the form of the provider', () => {
    expect(options?.keys).toBeUndefined();
    expect(DEFAULT_KEY).toMatch(/^SG_[\da-f]{16}$/);
  });
});
