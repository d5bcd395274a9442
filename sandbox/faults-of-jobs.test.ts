import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { FAULTS } from './faults.ts';
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

describe('a job that fails', () => {
  it.each(
    rows(
      ['blocked', /responsible ?ai|\brai\b/i],
      ['nsfw', /nsfw/i],
      ['no-person', /^No human detected$/],
      ['invalid', /^Validation error in /],
      ['unreadable', /^Reference media rejected: /],
      ['crashed', /^Internal error/],
      ['content-type', /^Invalid content type$/],
    ),
  )('%s is a 422 with its text in status and result, and free of charge', async (name, text) => {
    const id = await t.start({ seed: seedOf(name) });
    for (const response of [await t.status(id), await t.result(id)]) {
      expect(response.status).toBe(422);
      expect(await t.json(response)).toEqual({
        status: 'FAILED',
        error: expect.stringMatching(text),
        metrics: { inference_time: expect.any(Number) },
        request_id: id,
      });
    }
    expect(await t.control('/state')).toMatchObject({ accounts: [{ credits: 10, open: 0 }] });
  });

  it('blocks in words that clients know, and only then', () => {
    const known = /content.?policy|content.?filter|safety|moderation|responsible.?ai|\brai\b|nsfw/i;
    const blocks = FAULTS.filter((fault) => known.test(fault.job?.fails?.error ?? ''));
    expect(blocks.map((fault) => fault.name)).toEqual(['blocked', 'nsfw']);
  });

  it.each(rows(['failed-silently']))('%s gives no reason', async (name) => {
    const id = await t.start({ seed: seedOf(name) });
    expect(await t.json(t.result(id))).toMatchObject({ status: 'FAILED', error: null });
  });

  it.each(rows(['failed-200']))('%s comes under HTTP 200', async (name) => {
    const id = await t.start({ seed: seedOf(name) });
    for (const response of [await t.status(id), await t.result(id)]) {
      expect(response.status).toBe(200);
      expect(await t.json(response)).toMatchObject({ status: 'FAILED' });
    }
  });

  it('answers v1 with 422 and the text', async () => {
    const response = await t.sync({ seed: seedOf('no-person') });
    expect(response.status).toBe(422);
    expect(await t.json(response)).toEqual({ error: 'No human detected' });
  });
});

describe('a job that takes its time', () => {
  const stateOf = async (id: string) => (await t.json(t.status(id))).status;

  it.each(rows(['slow', 60], ['very-slow', 600]))('%s takes %i s', async (name, seconds) => {
    const id = await t.start({ seed: seedOf(name) });
    t.clock.advance(seconds * 1000 - 1);
    expect(await stateOf(id)).toBe('PROCESSING');
    t.clock.advance(1);
    expect(await stateOf(id)).toBe('COMPLETED');
  });

  it.each(rows(['never', 'PROCESSING'], ['stuck', 'QUEUED']))(
    '%s stays %s',
    async (name, state) => {
      const id = await t.start({ seed: seedOf(name) });
      for (const minutes of [0, 1, 57]) {
        t.clock.advance(minutes * 60_000);
        expect(await stateOf(id)).toBe(state);
      }
      t.clock.advance(2 * 60_000);
      expect((await t.status(id)).status).toBe(404);
    },
  );

  it('never keeps v1 waiting until its gateway gives up', async () => {
    const pending = t.sync({ seed: seedOf('never') });
    await vi.waitFor(async () =>
      expect(await t.control('/state')).toMatchObject({ jobs: { PROCESSING: 1 } }),
    );
    t.clock.advance(120_000);
    expect((await pending).status).toBe(504);
  });

  it.each(rows(['fast']))('%s does not wait for the latency', async (name) => {
    await t.control('/settings', { latency: { mean: 60, sigma: 0 } });
    expect(await stateOf(await t.start({ seed: seedOf(name) }))).toBe('COMPLETED');
  });

  it.each(rows(['expired']))('%s is forgotten once it was COMPLETED', async (name) => {
    const id = await t.start({ seed: seedOf(name) });
    expect(await stateOf(id)).toBe('COMPLETED');
    expect([(await t.result(id)).status, (await t.status(id)).status]).toEqual([404, 404]);
  });

  it.each(rows(['forgotten']))('%s is never known', async (name) => {
    const id = await t.start({ seed: seedOf(name) });
    expect([(await t.status(id)).status, (await t.result(id)).status]).toEqual([404, 404]);
  });
});

describe('a status call that goes wrong', () => {
  it.each(rows(['status-500', 500], ['status-429', 429], ['status-html', 502]))(
    '%s answers %i twice',
    async (name, code) => {
      const id = await t.start({ seed: seedOf(name) });
      const codes = [await t.status(id), await t.status(id), await t.status(id)];
      expect(codes.map((response) => response.status)).toEqual([code, code, 200]);
    },
  );

  it('status-429 tells when to come back', async () => {
    const { headers } = await t.status(await t.start({ seed: seedOf('status-429') }));
    expect(headers.get('x-rate-limit-reset-at-utc')).toBeTruthy();
  });

  it.each(rows(['unknown-word']))('%s says something new twice', async (name) => {
    const id = await t.start({ seed: seedOf(name) });
    const words = [];
    for (let call = 0; call < 3; call += 1) words.push((await t.json(t.status(id))).status);
    expect(words).toEqual(['WARMING_UP', 'WARMING_UP', 'COMPLETED']);
  });

  it.each(rows(['unknown-word-always', 200], ['status-401', 401]))(
    '%s answers so each time',
    async (name, code) => {
      const id = await t.start({ seed: seedOf(name) });
      for (let call = 0; call < 4; call += 1) {
        const response = await t.status(id);
        expect(response.status).toBe(code);
        expect((await t.json(response)).status).toBe(code === 200 ? 'WARMING_UP' : undefined);
      }
    },
  );

  it.each(rows(['status-garbage', 2], ['status-huge', 1]))(
    '%s cannot be parsed, %i times',
    async (name, times) => {
      const id = await t.start({ seed: seedOf(name) });
      for (let call = 0; call < times; call += 1) {
        await expect(t.json(t.status(id))).rejects.toThrow(SyntaxError);
      }
      expect(await t.json(t.status(id))).toMatchObject({ status: 'COMPLETED' });
    },
  );

  it.each(rows(['status-lost']))('%s loses two sockets', async (name) => {
    const id = await t.start({ seed: seedOf(name) });
    await expect(t.status(id)).rejects.toThrow();
    await expect(t.status(id)).rejects.toThrow();
    expect((await t.status(id)).status).toBe(200);
  });

  it.each(rows(['status-drip']))('%s comes a byte a second', async (name) => {
    const response = await t.status(await t.start({ seed: seedOf(name) }));
    const reader = response.body?.getReader();
    expect((await reader?.read())?.value?.byteLength).toBe(1);
    await reader?.cancel();
  });
});

it('has gone through each fault of its kind', () => {
  expectAllOf([1, 9], [20, 39]);
});
