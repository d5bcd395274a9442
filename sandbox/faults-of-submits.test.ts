import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createRows, seedOf } from './test-faults.ts';
import { startTestSandbox, type TestSandbox } from './test-sandbox.ts';

const { rows, expectAllOf } = createRows();

let t: TestSandbox;

beforeAll(async () => {
  t = await startTestSandbox();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.control('/reset', {});
});

const jobsKnown = async (): Promise<number> => {
  const { jobs } = await t.control('/state');
  const counts: unknown[] = typeof jobs === 'object' && jobs !== null ? Object.values(jobs) : [];
  return counts.reduce((sum: number, count) => sum + Number(count), 0);
};

describe('a submit that is refused', () => {
  it.each(
    rows(
      ['submit-400', 400, 400],
      ['submit-401', 401, 401],
      ['out-of-credits', 402, 406],
      ['submit-403', 403, 403],
      ['submit-404', 404, 404],
      ['submit-406', 406, 406],
      ['spend-limit', 406, 406],
      ['submit-410', 410, 410],
      ['submit-422', 422, 422],
      ['rate-limited', 429, 429],
      ['submit-500', 500, 500],
      ['submit-502', 502, 502],
      ['submit-503', 503, 503],
      ['submit-504', 504, 504],
    ),
  )('%s answers %i in v2 and %i in v1, with an error text and no job', async (name, v2, v1) => {
    const seed = seedOf(name);
    const queue = await t.submit({ seed });
    const sync = await t.sync({ seed });
    expect([queue.status, sync.status]).toEqual([v2, v1]);
    expect(await t.json(queue)).toEqual(
      v2 === 401 || v2 === 403
        ? { error: expect.any(String), error_description: expect.any(String), status_code: v2 }
        : { error: expect.any(String) },
    );
    expect(await jobsKnown()).toBe(0);
  });

  it('rate-limited tells when to come back', async () => {
    const { headers } = await t.submit({ seed: seedOf('rate-limited') });
    expect(headers.get('x-rate-limit-remaining')).toBe('0');
    expect(Date.parse(headers.get('x-rate-limit-reset-at-utc') ?? '')).toBe(t.clock.now() + 20_000);
  });

  it.each(rows(['submit-405', 405], ['submit-html', 502]))(
    '%s is an HTML page',
    async (name, status) => {
      const response = await t.submit({ seed: seedOf(name) });
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toContain('text/html');
      expect(await jobsKnown()).toBe(0);
    },
  );

  it.each(rows(['lost-refused']))('%s loses the socket', async (name) => {
    await expect(t.submit({ seed: seedOf(name) })).rejects.toThrow();
    expect(await jobsKnown()).toBe(0);
  });
});

describe('a submit whose answer is lost though the job runs', () => {
  const billed = async () => {
    await t.control('/settle', {});
    expect(await t.control('/state')).toMatchObject({ accounts: [{ credits: 9.98892 }] });
  };

  it.each(rows(['lost-accepted']))('%s loses the socket', async (name) => {
    await expect(t.submit({ seed: seedOf(name) })).rejects.toThrow();
    await billed();
  });

  it.each(rows(['cut-accepted']))('%s breaks off half-way', async (name) => {
    const response = await t.submit({ seed: seedOf(name) });
    expect(response.status).toBe(200);
    await expect(response.text()).rejects.toThrow();
    await billed();
  });

  it.each(rows(['garbage-accepted', 100], ['huge-accepted', 10 * 1024 * 1024]))(
    '%s cannot be parsed',
    async (name, least) => {
      const response = await t.submit({ seed: seedOf(name) });
      expect(response.headers.get('content-type')).toBe('application/json');
      const text = await response.text();
      expect(text.length).toBeGreaterThanOrEqual(least === 100 ? 10 : least);
      expect(() => JSON.parse(text)).toThrow();
      await billed();
    },
  );

  it.each(rows(['nameless-accepted']))('%s names no request', async (name) => {
    const body = await t.json(t.submit({ seed: seedOf(name) }));
    expect(Object.keys(body).sort()).toEqual(['poll_url', 'status']);
    await billed();
  });

  it.each(rows(['html-accepted', 200, 'text/html'], ['timeout-accepted', 504, 'application/json']))(
    '%s answers %i as %s',
    async (name, status, type) => {
      const response = await t.submit({ seed: seedOf(name) });
      expect(response.status).toBe(status);
      expect(response.headers.get('content-type')).toContain(type);
      await billed();
    },
  );

  it.each(rows(['drip-accepted']))('%s comes a byte a second', async (name) => {
    const response = await t.submit({ seed: seedOf(name) });
    const reader = response.body?.getReader();
    for (const byte of ['{', '"', 'r']) {
      const chunk = await reader?.read();
      expect(Buffer.from(chunk?.value ?? []).toString()).toBe(byte);
      t.clock.advance(1000);
    }
    await reader?.cancel();
    await billed();
  });

  it.each(rows(['late-accepted']))('%s comes after a minute', async (name) => {
    let answered = false;
    const pending = t.submit({ seed: seedOf(name) }).then((response) => {
      answered = true;
      return response;
    });
    await vi.waitFor(async () =>
      expect(await t.control('/received')).toMatchObject({ counts: { submit: 1 } }),
    );
    t.clock.advance(59_999);
    await t.control('/state');
    expect(answered).toBe(false);
    t.clock.advance(1);
    expect((await pending).status).toBe(200);
    await billed();
  });
});

it('has gone through each fault of its kind', () => {
  expectAllOf([10, 19], [400, 599]);
});
