import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Clock, createManualClock } from './clock.ts';
import { openFolderStore } from './folder-store.ts';
import type { Dresser } from './jobs.ts';
import type { SandboxOptions } from './server.ts';
import { seedOf } from './test-faults.ts';
import {
  jpegOfSeed,
  PIXEL,
  PIXEL_BASE64,
  startTestSandbox,
  type TestSandbox,
} from './test-sandbox.ts';

let folder = '';
let clock: Clock;
let t: TestSandbox;
let dressed = 0;

const dresser: Dresser = {
  async dress({ seed }) {
    dressed += 1;
    return { ok: true, jpeg: jpegOfSeed(seed), width: 768, height: 1024 };
  },
  close: async () => {},
};

async function start(options: Partial<SandboxOptions> = {}): Promise<void> {
  const store = await openFolderStore(folder);
  t = await startTestSandbox({ clock, store, dresser, ...options });
}
async function startAgain(options: Partial<SandboxOptions> = {}): Promise<void> {
  await t.close();
  await start(options);
  await t.control('/settle', {});
}

beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'sandbox-restart-'));
  clock = createManualClock();
  dressed = 0;
  await start({ latency: { mean: 10, sigma: 0 } });
});
afterEach(async () => {
  await t.close();
  rmSync(folder, { recursive: true });
});

/** A data URI longer than what a job's record takes in. */
const LONG = `data:image/png;base64,${Buffer.concat([
  Buffer.from(PIXEL_BASE64, 'base64'),
  Buffer.alloc(3000),
]).toString('base64')}`;

const statusOf = async (id: string) => (await t.json(t.status(id))).status;
const balance = async () => (await t.json(t.call('/v1/get-user-credits'))).credits;
const pictureOf = async (id: string) => {
  const { output } = await t.json(t.result(id));
  // The port is another one after a restart.
  return t.call(new URL(String(output)).pathname);
};

describe('after a restart', () => {
  it('a job that runs ends when it was to end, and is billed once', async () => {
    const id = await t.start({ seed: 31 });
    clock.advance(4000);
    await startAgain();
    expect(await statusOf(id)).toBe('PROCESSING');
    clock.advance(5999);
    expect(await statusOf(id)).toBe('PROCESSING');
    clock.advance(1);
    expect(await t.json(t.status(id))).toMatchObject({
      status: 'COMPLETED',
      metrics: { total_time: 10, queue_time: 0.6, remaining_credits: 9.98892 },
    });
    const before = await t.json(t.status(id));
    await startAgain();
    expect(await t.json(t.status(id))).toEqual(before);
    expect(await balance()).toBe(9.98892);
    const picture = await pictureOf(id);
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(Buffer.from(jpegOfSeed(31)));
  });

  it('a job that was being dressed is dressed again, with the seed that was drawn', async () => {
    await t.close();
    const busy: Dresser = { dress: () => new Promise(() => {}), close: async () => {} };
    await start({ dresser: busy, random: () => 0.25 });
    const { request_id: id } = await t.json(t.submit({ seed: -1 }));
    await startAgain({ random: () => 0.75 });
    expect(await statusOf(String(id))).toBe('COMPLETED');
    expect(await (await pictureOf(String(id))).text()).toContain(`seed ${2 ** 31 * 0.25}`);
  });

  it('a job that a closing dresser gave up has not failed', async () => {
    await t.close();
    let giveUp = () => {};
    const closing: Dresser = {
      dress: () =>
        new Promise((resolve) => {
          giveUp = () => resolve({ ok: false, error: 'Inference failed: closed' });
        }),
      async close() {
        giveUp();
        // As a thread does, it takes a moment to end.
        await new Promise(setImmediate);
      },
    };
    await start({ dresser: closing });
    const { request_id: id } = await t.json(t.submit());
    await startAgain();
    expect(await statusOf(String(id))).toBe('COMPLETED');
  });

  it.each([
    ['a validation error', { category: 'Shoes' }, /^Validation error/],
    ['a fault', { seed: seedOf('no-person') }, /^No human/],
    ['a fault without a word', { seed: seedOf('failed-silently') }, null],
  ])('a job that fails by %s still does, free of charge', async (_case, change, text) => {
    const id = await t.start(change);
    await startAgain();
    clock.advance(20_000);
    const error = text === null ? null : expect.stringMatching(text);
    expect(await t.json(t.status(id))).toMatchObject({ status: 'FAILED', error });
    await startAgain();
    expect(await t.json(t.result(id))).toMatchObject({ status: 'FAILED', error });
    expect(await balance()).toBe(10);
  });

  it('jobs that are open hold their price back, and one that never ends stays so', async () => {
    await t.control('/settings', { credits: 0.02 });
    const id = await t.start({ seed: seedOf('never') });
    await startAgain();
    clock.advance(600_000);
    expect(await statusOf(id)).toBe('PROCESSING');
    expect((await t.submit()).status).toBe(402);
    expect(await balance()).toBe(0.02);
  });

  it('a request is forgotten in its time, and so is a file', async () => {
    const id = await t.start({ seed: 1 });
    clock.advance(10_000);
    const { output } = await t.json(t.result(id));
    clock.advance(3590_000 - 1);
    await startAgain();
    expect((await t.result(id)).status).toBe(200);
    clock.advance(1);
    await startAgain();
    expect((await t.result(id)).status).toBe(404);
    const picture = new URL(String(output)).pathname;
    expect((await t.call(picture)).status).toBe(200);
    clock.advance(7 * 24 * 3600_000);
    await startAgain();
    expect((await t.call(picture)).status).toBe(404);
    expect(readdirSync(path.join(folder, 'blobs'))).toEqual([]);
  });

  it('an upload is there, and is dressed by a job that was waiting for it', async () => {
    const { file_urls } = await t.json(t.post('/upload-asset', { data_urls: [PIXEL] }));
    const url = Array.isArray(file_urls) ? String(file_urls[0]) : '';
    const id = await t.start({ model_image: url, cloth_image: url });
    await startAgain();
    expect((await t.call(new URL(url).pathname)).headers.get('content-type')).toBe('image/png');
    clock.advance(10_000);
    expect(await statusOf(id)).toBe('COMPLETED');
  });

  it('a picture that was downloaded is not asked for again', async () => {
    let asked = 0;
    const host = createServer((_request, response) => {
      asked += 1;
      response.end(Buffer.from(PIXEL_BASE64, 'base64'));
    });
    await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', () => resolve()));
    const address = host.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const id = await t.start({ model_image: `http://127.0.0.1:${port}/photo.png` });
    host.closeAllConnections();
    await new Promise((resolve) => host.close(resolve));
    await startAgain();
    clock.advance(10_000);
    expect(await statusOf(id)).toBe('COMPLETED');
    expect([asked, dressed]).toEqual([1, 2]);
  });

  it('a host that is not up yet is waited for', async () => {
    await t.close();
    const never: typeof fetch = () => new Promise(() => {});
    await start({ inputs: { fetch: never } });
    const { request_id } = await t.json(t.submit({ model_image: 'http://shop.example/a.png' }));
    await t.close();
    let calls = 0;
    const refusing: typeof fetch = async () => {
      calls += 1;
      throw new TypeError('fetch failed');
    };
    await start({ inputs: { fetch: refusing } });
    await vi.waitFor(() => expect(calls).toBe(1));
    // A call later the job has begun to wait.
    await t.control('/state');
    clock.advance(30_000);
    await vi.waitFor(() => expect(calls).toBe(2));
    expect(await statusOf(String(request_id))).toBe('PROCESSING');
    clock.advance(30_000);
    await t.control('/settle', {});
    expect(await t.json(t.status(String(request_id)))).toMatchObject({
      error: 'Reference media rejected: model_image could not be downloaded.',
    });
  });

  it('long data URIs lie beside the records until they are dressed', async () => {
    const id = await t.start({ model_image: LONG });
    await startAgain();
    clock.advance(10_000);
    expect(await statusOf(id)).toBe('COMPLETED');
    expect(readdirSync(path.join(folder, 'blobs'))).toHaveLength(1);
  });

  it('a job whose hour went by meanwhile is neither dressed nor kept', async () => {
    await t.close();
    const busy: Dresser = { dress: () => new Promise(() => {}), close: async () => {} };
    await start({ dresser: busy });
    await t.submit({ model_image: LONG });
    clock.advance(3600_000);
    await startAgain();
    expect(dressed).toBe(0);
    expect(readdirSync(path.join(folder, 'blobs'))).toEqual([]);
    expect(await t.control('/state')).toMatchObject({ accounts: [{ credits: 10, open: 0 }] });
  });

  it('faults go on where they were', async () => {
    const seeds = ['status-500', 'expired', 'redirect', 'file-404'].map(seedOf);
    const ids: string[] = [];
    for (const seed of seeds) ids.push(await t.start({ seed }));
    const [failing = '', expired = '', redirect = '', missing = ''] = ids;
    expect((await t.status(failing)).status).toBe(500);
    clock.advance(10_000);
    expect(await statusOf(expired)).toBe('COMPLETED');
    await startAgain();
    expect((await t.status(failing)).status).toBe(500);
    expect((await t.status(failing)).status).toBe(200);
    expect((await t.status(expired)).status).toBe(404);
    const sign = await pictureOf(redirect);
    expect(sign.status).toBe(302);
    expect((await t.call(sign.headers.get('location') ?? '')).status).toBe(200);
    expect((await pictureOf(missing)).status).toBe(404);
  });

  it('a scripted answer reaches the try-on whose seed it names', async () => {
    const id = await t.start({ seed: 7 });
    await startAgain();
    await t.control('/script', { status: [{ http: 418, seed: 7 }] });
    expect((await t.status(id)).status).toBe(418);
  });

  it('the files that fit are kept, the oldest make room', async () => {
    const paths: string[] = [];
    for (const seed of [1, 2, 3]) {
      const id = await t.start({ seed });
      clock.advance(10_000);
      const { output } = await t.json(t.result(id));
      paths.push(new URL(String(output)).pathname);
    }
    await startAgain({ maxFileBytes: 60 });
    const codes = await Promise.all(paths.map(async (name) => (await t.call(name)).status));
    expect(codes).toEqual([404, 200, 200]);
    expect(readdirSync(path.join(folder, 'blobs'))).toHaveLength(2);
  });

  it('nothing is left of what a reset has forgotten', async () => {
    const id = await t.start();
    await t.control('/settings', { credits: 3 });
    await t.control('/reset', {});
    await startAgain();
    expect((await t.status(id)).status).toBe(404);
    expect(await balance()).toBe(10);
    expect(await t.control('/state')).toMatchObject({ files: 0, accounts: [{ open: 0 }] });
  });
});
