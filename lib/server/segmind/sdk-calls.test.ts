import { describe, expect, it } from 'vitest';
import { InferenceFailed, InferenceTimeout, SegmindError } from './errors.ts';
import { result, run, status, submit, uploadAsset, wait } from './sdk-calls.ts';
import {
  fetchFailure,
  JPEG,
  json,
  NOW,
  PARAMETERS,
  type Step,
  scriptedContext,
} from './testing/scripted-fetch.ts';

const ACCEPTED = { request_id: 'job-1', status: 'QUEUED' };
const ADDRESS = 'https://images.segmind.com/generations/a.jpeg';
const DONE = { status: 'COMPLETED', metrics: { inference_time: 7 }, output: ADDRESS };
const pending = (word = 'PROCESSING') => json(200, { status: word });

/** A clock that moves only when somebody sleeps. */
function scripted(...steps: Step[]) {
  let now = NOW;
  const naps: number[] = [];
  const { context, sent } = scriptedContext(steps, {
    now: () => now,
    sleep: async (ms) => {
      naps.push(ms);
      now += ms;
    },
  });
  return { context, sent, naps };
}

const thrownBy = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.unreachable('it should have thrown'),
    (error: unknown) => error,
  );

describe('run', () => {
  it('submits once, polls each second and gives the result', async () => {
    const { context, sent, naps } = scripted(
      json(200, ACCEPTED),
      pending('QUEUED'),
      pending(),
      json(200, { status: 'COMPLETED' }),
      json(200, DONE),
    );
    expect(await run(context, PARAMETERS)).toEqual({
      requestId: 'job-1',
      output: { kind: 'url', url: ADDRESS },
      metrics: { inferenceSeconds: 7 },
    });
    expect(naps).toEqual([1000, 1000]);
    expect(sent.map(({ method, url }) => `${method} ${new URL(url).pathname}`)).toEqual([
      'POST /v2/try-on-diffusion',
      'GET /v2/requests/job-1/status',
      'GET /v2/requests/job-1/status',
      'GET /v2/requests/job-1/status',
      'GET /v2/requests/job-1',
    ]);
  });

  it('never submits twice, whatever the answer', async () => {
    for (const step of [json(500, {}), json(429, {}), fetchFailure('ECONNREFUSED')]) {
      const { context, sent } = scripted(step);
      expect(await thrownBy(run(context, PARAMETERS))).toBeInstanceOf(SegmindError);
      expect(sent).toHaveLength(1);
    }
  });
});

describe('submit', () => {
  it('gives a job that can be waited for', async () => {
    const { context } = scripted(
      json(200, ACCEPTED),
      json(200, { status: 'COMPLETED' }),
      json(200, DONE),
    );
    const job = await submit(context, PARAMETERS);
    expect(job.requestId).toBe('job-1');
    expect(await job.wait({ timeoutMs: 5000, intervalMs: 10 })).toMatchObject({
      requestId: 'job-1',
    });
  });

  it('tells a refused submit from one whose answer was lost', async () => {
    const refused = await thrownBy(
      submit(scripted(json(402, { error: 'broke' })).context, PARAMETERS),
    );
    expect(refused).toMatchObject({ status: 402, detail: 'broke', errorClass: 'credits' });
    const lost = await thrownBy(submit(scripted(json(504, { error: 'late' })).context, PARAMETERS));
    expect(lost).toMatchObject({ status: 504, detail: 'late', errorClass: 'submit_unknown' });
  });
});

describe('wait', () => {
  it('throws InferenceTimeout before it would sleep past the deadline', async () => {
    const { context, naps } = scripted(pending(), pending(), pending(), pending());
    const error = await thrownBy(wait(context, 'job-1', { timeoutMs: 2500, intervalMs: 1000 }));
    expect(error).toBeInstanceOf(InferenceTimeout);
    expect(error).toMatchObject({ requestId: 'job-1', elapsedMs: 2000 });
    expect(naps).toEqual([1000, 1000]);
  });

  it('throws InferenceFailed with the body of the failure', async () => {
    const body = { status: 'FAILED', error: 'No human detected' };
    const error = await thrownBy(wait(scripted(json(422, body)).context, 'job-1'));
    expect(error).toBeInstanceOf(InferenceFailed);
    expect(error).toMatchObject({ detail: 'No human detected', statusBody: body });
  });

  it('throws SegmindError 404 when the record is gone', async () => {
    const error = await thrownBy(
      wait(scripted(json(404, { error: 'unknown id' })).context, 'job-1'),
    );
    expect(error).toMatchObject({
      name: 'SegmindError',
      status: 404,
      errorClass: 'result_expired',
    });
  });

  it('survives what passes by itself, and waits out a rate limit', async () => {
    const { context, naps } = scripted(
      json(503, {}),
      fetchFailure('ECONNRESET'),
      json(429, {}, { 'x-rate-limit-reset-at-utc': new Date(NOW + 32_000).toISOString() }),
      json(200, { status: 'COMPLETED' }),
      json(502, {}),
      json(200, DONE),
    );
    expect(await wait(context, 'job-1')).toMatchObject({ requestId: 'job-1' });
    expect(naps).toEqual([1000, 1000, 30_000, 1000]);
  });

  it('does not wait for a wrong key to become right', async () => {
    const error = await thrownBy(
      wait(scripted(json(401, { error: 'wrong key' })).context, 'job-1'),
    );
    expect(error).toMatchObject({ status: 401, errorClass: 'credentials' });
  });

  it('does not spin when a completed job is still pending at its other address', async () => {
    const { context, naps } = scripted(
      json(200, { status: 'COMPLETED' }),
      pending(),
      json(200, DONE),
    );
    await wait(context, 'job-1');
    expect(naps).toEqual([1000]);
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %d as a time', async (ms) => {
    const { context } = scripted();
    expect(await thrownBy(wait(context, 'job-1', { intervalMs: ms }))).toBeInstanceOf(RangeError);
    expect(await thrownBy(wait(context, 'job-1', { timeoutMs: ms }))).toBeInstanceOf(RangeError);
  });
});

describe('status and result', () => {
  it('gives each state as it is', async () => {
    const stateOf = (step: Step) => status(scripted(step).context, 'job-1');
    expect(await stateOf(pending('QUEUED'))).toEqual({ status: 'QUEUED' });
    expect(await stateOf(json(200, DONE))).toMatchObject({ status: 'COMPLETED' });
    expect(await stateOf(json(422, { status: 'FAILED', error: 'no' }))).toMatchObject({
      status: 'FAILED',
      detail: 'no',
    });
    expect(await thrownBy(stateOf(json(404, {})))).toMatchObject({ status: 404 });
    expect(await thrownBy(stateOf(json(500, {})))).toMatchObject({ status: 500 });
  });

  it('gives the result, or says why there is none', async () => {
    const resultOf = (step: Step) => result(scripted(step).context, 'job-1');
    expect(await resultOf(json(200, DONE))).toMatchObject({ output: { url: ADDRESS } });
    expect(await thrownBy(resultOf(pending()))).toMatchObject({
      detail: 'not done yet (PROCESSING)',
    });
    expect(await thrownBy(resultOf(json(422, { error: 'no' })))).toBeInstanceOf(InferenceFailed);
    expect(await thrownBy(resultOf(json(404, {})))).toMatchObject({ status: 404 });
    expect(await thrownBy(resultOf(json(200, { status: 'COMPLETED' })))).toMatchObject({
      errorClass: 'provider_protocol',
    });
  });
});

describe('uploadAsset', () => {
  const picture = { bytes: JPEG, contentType: 'image/jpeg' } as const;

  it('gives the address of one picture', async () => {
    const { context } = scripted(json(200, { file_urls: [ADDRESS] }));
    expect(await uploadAsset(context, picture)).toBe(ADDRESS);
  });

  it('throws SegmindError when it is refused', async () => {
    const { context } = scripted(json(401, { error: 'wrong key' }));
    expect(await thrownBy(uploadAsset(context, picture))).toMatchObject({ status: 401 });
  });
});
