import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FAULTS } from './faults.ts';
import {
  jpegOfSeed,
  PIXEL,
  startTestSandbox,
  type TestSandbox,
  validBody,
} from './test-sandbox.ts';

let t: TestSandbox;

beforeEach(async () => {
  t = await startTestSandbox();
});
afterEach(() => t.close());

describe('the script', () => {
  it('gives each call of a stage the next step, then goes on as usual', async () => {
    await t.control('/script', {
      submit: ['submit-500', 'ok', { fault: 'no-person' }],
      status: [
        { fault: 'status-500', times: 2 },
        { http: 418, body: { tea: true }, headers: { 'x-a': 'b' } },
      ],
    });
    expect((await t.submit()).status).toBe(500);
    const good = await t.start();
    const failing = await t.start();
    expect((await t.status(good)).status).toBe(500);
    expect((await t.status(failing)).status).toBe(500);
    const written = await t.status(good);
    expect([written.status, written.headers.get('x-a')]).toEqual([418, 'b']);
    expect(await t.json(written)).toEqual({ tea: true });
    expect(await t.json(t.status(good))).toMatchObject({ status: 'COMPLETED' });
    expect(await t.json(t.status(failing))).toMatchObject({ error: 'No human detected' });
  });

  it('keeps a step for calls about the seed it names', async () => {
    await t.control('/script', {
      submit: [{ http: 503, seed: 7 }],
      status: [{ http: 500, seed: 7, times: 2 }, { http: 418 }],
      result: [{ http: 502, seed: 7 }],
    });
    const other = await t.start({ seed: 8 });
    expect((await t.submit({ seed: 7 })).status).toBe(503);
    const meant = await t.start({ seed: 7 });
    expect((await t.status(other)).status).toBe(418);
    expect((await t.status(other)).status).toBe(200);
    expect((await t.status(meant)).status).toBe(500);
    expect((await t.result(other)).status).toBe(200);
    expect((await t.result(meant)).status).toBe(502);
    expect(await t.control('/state')).toMatchObject({ script: { status: 1, result: 0 } });
  });

  it('answers a submit as written, with or without a job behind it', async () => {
    await t.control('/script', {
      submit: [{ http: 503 }, { http: 504, accepted: true }],
    });
    expect((await t.submit()).status).toBe(503);
    expect(await t.control('/state')).toMatchObject({ files: 0 });
    expect((await t.submit()).status).toBe(504);
    await t.control('/settle', {});
    expect(await t.control('/state')).toMatchObject({ files: 1 });
  });

  it('reaches uploads, the balance and files as well, and drops sockets', async () => {
    await t.control('/script', {
      upload: [{ http: 500 }],
      credits: [{ drop: true }],
      file: ['file-404', { http: 503 }],
      submit: [{ drop: true, accepted: true }],
    });
    expect((await t.post('/upload-asset', { data_urls: [PIXEL] })).status).toBe(500);
    await expect(t.call('/v1/get-user-credits')).rejects.toThrow();
    expect((await t.call('/v1/get-user-credits')).status).toBe(200);
    await expect(t.submit()).rejects.toThrow();
    const { output } = await t.json(t.result(await t.start()));
    const codes = [];
    for (let call = 0; call < 3; call += 1) codes.push((await t.call(String(output))).status);
    expect(codes).toEqual([404, 503, 200]);
    expect(await t.control('/state')).toMatchObject({ jobs: { COMPLETED: 2 } });
  });

  it.each([
    [{ submit: ['no-such-fault'] }, 'no fault named'],
    [{ status: ['blocked'] }, 'cannot be a fault of status calls'],
    [{ upload: ['slow'] }, 'cannot be a fault of upload calls'],
    [{ poll: [] }, 'is not one of'],
    [{ submit: 'blocked' }, 'must be a list'],
    [{ submit: [5] }, 'a name or an object'],
    [{ submit: [{ http: 99 }] }, '"http" must be'],
    [{ upload: [{ http: 500, seed: 7 }] }, '"seed" is for'],
    [{ status: [{ http: 500, seed: 'x' }] }, '"seed" must be'],
    [{ status: [{ http: 500, seed: -1 }] }, '"seed" must be'],
    [{ submit: [{ fault: 'slow', times: 0 }] }, '"times" must be'],
  ])('refuses %j and changes nothing', async (plan, text) => {
    const response = await t.post('/__sandbox/script', { submit: ['submit-500'], ...plan });
    expect(response.status).toBe(400);
    expect((await t.json(response)).error).toContain(text);
    expect((await t.submit()).status).toBe(200);
  });
});

describe('what was received', () => {
  it('is told by kind and by request, without keys, pictures or their addresses', async () => {
    const secret = 'https://shop.example/private/photo.jpg?signature=abc';
    const id = await t.start({ model_image: PIXEL, cloth_image: secret });
    await t.submit({ seed: 2 });
    await t.submit({ seed: 2 });
    await t.status(id);
    await t.status(id);
    await t.result(id);
    const report = await t.control('/received');
    expect(report.counts).toEqual({ submit: 3, status: 2, result: 1 });
    expect(report.byRequest).toMatchObject({ [id]: { submit: 1, status: 2, result: 1 } });
    const text = JSON.stringify(report);
    for (const hidden of ['SG_0123456789abcdef', 'shop.example', 'signature', PIXEL.slice(30)]) {
      expect(text).not.toContain(hidden);
    }
  });

  it('shows by its digests which submits were the same', async () => {
    await t.submit({ seed: 2 });
    await t.submit({ seed: 2 });
    await t.submit({ seed: 3 });
    const { calls } = await t.control('/received?kind=submit');
    const list: unknown[] = Array.isArray(calls) ? calls : [];
    expect(list).toHaveLength(3);
    expect(list[0]).toMatchObject({
      kind: 'submit',
      version: 2,
      status: 200,
      key: 'e1fd68fa',
      body: { category: 'Upper body', seed: 2, model_image: expect.stringMatching(/^\(data URI /) },
    });
    const digests = list.map((call) =>
      typeof call === 'object' && call !== null && 'bodyDigest' in call ? call.bodyDigest : null,
    );
    expect(digests[0]).toBe(digests[1]);
    expect(digests[0]).not.toBe(digests[2]);
  });

  it('counts an answer that was lost as status 0', async () => {
    await expect(t.submit({ seed: 900_000_000_000_010 })).rejects.toThrow();
    expect(await t.control('/received?kind=submit')).toMatchObject({
      calls: [{ status: 0, requestId: expect.any(String) }],
    });
  });
});

describe('the jobs', () => {
  const jobsOf = async () => (await t.control('/jobs')).jobs;

  it('are told with the moments at which they begin and end', async () => {
    await t.control('/settings', { latency: { mean: 10 } });
    const submittedAt = t.clock.now();
    const requestId = await t.start();
    const planned = { requestId, submittedAt, startsAt: submittedAt + 600 };
    const endsAt = submittedAt + 10_000;
    expect(await jobsOf()).toEqual([{ ...planned, state: 'QUEUED', endsAt }]);
    await t.control('/clock', { seconds: 30 });
    expect(await jobsOf()).toEqual([{ ...planned, state: 'COMPLETED', endsAt }]);
  });

  it('end later than planned when the dressing takes longer, and some never', async () => {
    const slow = await startTestSandbox({
      dresser: {
        dress: async () => {
          slow.clock.advance(4_000);
          return { ok: true, jpeg: jpegOfSeed(7), width: 768, height: 1024 };
        },
        close: async () => {},
      },
    });
    const submittedAt = slow.clock.now();
    await slow.start();
    await slow.submit({ seed: 900_000_000_000_021 });
    expect(await slow.control('/jobs')).toMatchObject({
      jobs: [
        { state: 'COMPLETED', submittedAt, endsAt: submittedAt + 4_000 },
        { state: 'PROCESSING', endsAt: null },
      ],
    });
    await slow.close();
  });
});

describe('the other controls', () => {
  it('moves the clock by seconds or to a time, and never back', async () => {
    const id = await t.start();
    const { now } = await t.control('/clock', { seconds: 3599 });
    expect((await t.result(id)).status).toBe(200);
    const later = new Date(Date.parse(String(now)) + 1000).toISOString();
    expect(await t.control('/clock', { to: later })).toMatchObject({ now: later });
    expect((await t.result(id)).status).toBe(404);
    for (const body of [{ seconds: -1 }, { to: '2001-01-01' }, {}]) {
      expect((await t.post('/__sandbox/clock', body)).status).toBe(400);
    }
  });

  it('changes credits, rate and latency', async () => {
    await t.control('/settings', { credits: 0.5, rpm: 1, latency: { mean: 3 } });
    expect(await t.json(t.call('/v1/get-user-credits'))).toMatchObject({ credits: 0.5 });
    const id = await t.start();
    expect(await t.json(t.status(id))).toMatchObject({ status: 'QUEUED' });
    expect((await t.submit()).status).toBe(429);
    expect((await t.post('/__sandbox/settings', { latency: 'soon' })).status).toBe(400);
    expect((await t.post('/__sandbox/settings', { credits: 'all' })).status).toBe(400);
  });

  it('starts afresh on a reset', async () => {
    const id = await t.start();
    await t.control('/script', { submit: ['submit-500'] });
    await t.control('/settings', { credits: 1, latency: { mean: 9 } });
    expect(await t.control('/reset', {})).toMatchObject({
      jobs: { COMPLETED: 0 },
      files: 0,
      script: { submit: 0 },
      accounts: [{ credits: 10, open: 0 }],
    });
    expect((await t.status(id)).status).toBe(404);
    expect(await t.json(t.status(await t.start()))).toMatchObject({ status: 'COMPLETED' });
    expect(await t.control('/received')).toMatchObject({ counts: { submit: 1 } });
  });

  it('lists the faults', async () => {
    const { faults } = await t.control('/faults');
    expect(faults).toHaveLength(FAULTS.length);
  });

  it('knows no other call', async () => {
    expect((await t.call('/__sandbox/explode')).status).toBe(404);
  });
});

describe('the guard', () => {
  it.each([
    ['a web page', { origin: 'https://evil.example' }],
    ['a page without an Origin header', { 'sec-fetch-site': 'cross-site' }],
    ['a proxy', { 'x-forwarded-for': '203.0.113.9' }],
    ['a modern proxy', { forwarded: 'for=203.0.113.9' }],
  ])('keeps out %s', async (_case, headers) => {
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request(`${t.url}/__sandbox/state`, { headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(404);
  });

  it('keeps everybody out when it is turned off', async () => {
    const closed = await startTestSandbox({ control: false });
    expect((await closed.call('/__sandbox/state')).status).toBe(404);
    expect((await closed.post('/__sandbox/reset', {})).status).toBe(404);
    await closed.close();
  });
});

it('writes nothing secret in its log', async () => {
  const lines: string[] = [];
  const logged = await startTestSandbox({ log: (line) => lines.push(line) });
  const { file_urls } = await logged.json(logged.post('/upload-asset', { data_urls: [PIXEL] }));
  const url = Array.isArray(file_urls) ? String(file_urls[0]) : '';
  await logged.call(url);
  await logged.post('/v2/try-on-diffusion', { ...validBody, model_image: url });
  await logged.close();
  expect(lines.map((line) => line.replace(/\d+ ms$/, 'n ms'))).toEqual([
    'POST upload 200 n ms',
    'GET file 200 n ms',
    'POST submit 200 n ms',
  ]);
});
