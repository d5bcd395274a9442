import { describe, expect, it } from 'vitest';
import { checkStatus } from './check-status.ts';
import { fetchFailure, html, json, type Step, scriptedContext } from './testing/scripted-fetch.ts';

const check = (step: Step) => checkStatus(scriptedContext([step]).context, 'job-1');

describe('asking how a try-on is doing', () => {
  it('asks at an address of its own making', async () => {
    const { context, sent } = scriptedContext([json(200, { status: 'QUEUED' })]);
    await checkStatus(context, 'job-1');
    expect(sent).toMatchObject([
      { method: 'GET', url: 'https://api.segmind.com/v2/requests/job-1/status', body: undefined },
    ]);
  });

  it('asks nothing for an id that would lead elsewhere', async () => {
    const { context, sent } = scriptedContext([]);
    expect(await checkStatus(context, '../credits')).toMatchObject({ kind: 'unavailable' });
    expect(sent).toEqual([]);
  });

  it.each(['QUEUED', 'PROCESSING'])('is pending while %s, under any code', async (status) => {
    for (const code of [200, 202, 404, 500]) {
      expect(await check(json(code, { status, request_id: 'job-1', metrics: {} }))).toEqual({
        kind: 'pending',
        providerStatus: status,
      });
    }
  });

  it('is completed, with the figures', async () => {
    const body = { status: 'COMPLETED', request_id: 'job-1', metrics: { inference_time: 13.06 } };
    expect(await check(json(200, body))).toEqual({
      kind: 'completed',
      metrics: { inferenceSeconds: 13.06 },
    });
  });

  it.each([
    [422, 'No human detected', 'no_person'],
    [422, 'Blocked: content policy', 'content_blocked'],
    [422, 'Validation error in category', 'invalid_request'],
    [422, 'Reference media rejected: too small', 'input_unreadable'],
    [422, 'Something new', 'unclassified'],
    [200, 'No human detected', 'no_person'],
  ])('is failed after %i FAILED %j', async (httpStatus, error, errorClass) => {
    const body = {
      status: 'FAILED',
      error,
      metrics: { inference_time: 0.008 },
      request_id: 'job-1',
    };
    expect(await check(json(httpStatus, body))).toEqual({
      kind: 'failed',
      errorClass,
      providerText: error,
      httpStatus,
      metrics: { inferenceSeconds: 0.008 },
      statusBody: body,
    });
  });

  it('is failed after a 422 without a status word, as the API page says', async () => {
    expect(await check(json(422, { error: 'NSFW' }))).toMatchObject({
      kind: 'failed',
      errorClass: 'content_blocked',
    });
    expect(await check(new Response(null, { status: 422 }))).toMatchObject({
      kind: 'failed',
      errorClass: 'unclassified',
      providerText: 'FAILED without a reason',
    });
  });

  it.each([404, 410])('is gone after %i', async (status) => {
    expect(await check(json(status, { error: 'Request not found' }))).toEqual({
      kind: 'gone',
      providerText: 'Request not found',
    });
    expect(await check(new Response(null, { status }))).toMatchObject({ kind: 'gone' });
  });

  it('is not gone after the 404 page of some other server', async () => {
    expect(await check(html(404))).toMatchObject({ kind: 'unavailable', httpStatus: 404 });
  });

  it.each([
    [400, 'invalid_request'],
    [401, 'credentials'],
    [402, 'credits'],
    [403, 'forbidden'],
    [405, 'provider_protocol'],
    [429, 'rate_limited'],
    [500, 'provider_error'],
    [502, 'provider_error'],
    [503, 'provider_error'],
    [504, 'provider_timeout'],
    [520, 'provider_error'],
    [302, 'provider_protocol'],
  ])('cannot tell after %i', async (httpStatus, errorClass) => {
    expect(await check(json(httpStatus, { error: 'words' }))).toMatchObject({
      kind: 'unavailable',
      errorClass,
      httpStatus,
      providerText: 'words',
    });
    expect(await check(html(httpStatus))).toMatchObject({ kind: 'unavailable', errorClass });
  });

  it('knows when a rate limit resets', async () => {
    const headers = { 'x-rate-limit-reset-at-utc': '2026-08-01T12:00:40Z' };
    expect(await check(json(429, {}, headers))).toMatchObject({
      retryAt: new Date('2026-08-01T12:00:40Z'),
    });
  });

  it.each([
    ['an unknown word', json(200, { status: 'DREAMING' })],
    ['no word', json(200, { metrics: {} })],
    ['an HTML page', html(200)],
    ['an HTML page instead of a failure', html(422)],
    ['nothing', new Response(null)],
    ['broken JSON', new Response('{"status":"COMPL')],
    ['10 MB of garbage', new Response('garbage '.repeat(1_250_000))],
    ['an answer about another job', json(200, { status: 'FAILED', request_id: 'job-2' })],
  ])('cannot tell after %s, and keeps the text', async (_, answer) => {
    const outcome = await check(answer);
    expect(outcome).toMatchObject({ kind: 'unavailable', httpStatus: answer.status });
    if (outcome.kind !== 'unavailable') return;
    expect(['provider_protocol', 'unclassified']).toContain(outcome.errorClass);
    expect(outcome.providerText).not.toBe('');
    expect(outcome.providerText.length).toBeLessThanOrEqual(2048);
  });

  it('cannot tell when the line breaks or stays silent', async () => {
    for (const code of ['ECONNREFUSED', 'ECONNRESET']) {
      expect(await check(fetchFailure(code))).toMatchObject({
        kind: 'unavailable',
        errorClass: 'provider_error',
      });
    }
    const { context } = scriptedContext(['silence'], { requestTimeoutMs: 20 });
    expect(await checkStatus(context, 'job-1')).toMatchObject({
      kind: 'unavailable',
      errorClass: 'provider_timeout',
    });
  });
});
