import { describe, expect, it } from 'vitest';
import { submitTryOn } from './submit-try-on.ts';
import {
  fetchFailure,
  html,
  json,
  PARAMETERS,
  type Step,
  scriptedContext,
  TEST_KEY,
} from './testing/scripted-fetch.ts';

const ACCEPTED = {
  request_id: '2c7f59ea-1b0c',
  status: 'QUEUED',
  poll_url: 'https://evil.example/v1/requests/2c7f59ea-1b0c',
  status_url: 'https://evil.example/v2/requests/2c7f59ea-1b0c/status',
  response_url: 'https://evil.example/v2/requests/2c7f59ea-1b0c',
};

const submit = (step: Step) => submitTryOn(scriptedContext([step]).context, PARAMETERS);

describe('submitting a try-on', () => {
  it('posts the flat body once and takes the id', async () => {
    const { context, sent } = scriptedContext([
      json(200, ACCEPTED, { 'x-remaining-credits': '12.5' }),
    ]);
    expect(await submitTryOn(context, PARAMETERS)).toEqual({
      kind: 'accepted',
      requestId: '2c7f59ea-1b0c',
      remainingCredits: 12.5,
    });
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      method: 'POST',
      url: 'https://api.segmind.com/v2/try-on-diffusion',
      body: {
        model_image: PARAMETERS.modelImage,
        cloth_image: PARAMETERS.clothImage,
        category: 'Upper body',
        num_inference_steps: 25,
        guidance_scale: 2,
        seed: 7,
        base64: false,
      },
    });
  });

  it('needs nothing but the id of the answer', async () => {
    expect(await submit(json(200, { request_id: 'a' }))).toMatchObject({ kind: 'accepted' });
    expect(await submit(json(202, { request_id: 'a', metrics: { remaining_credits: 3 } }))).toEqual(
      { kind: 'accepted', requestId: 'a', remainingCredits: 3 },
    );
  });

  it('takes the id of an answer that was cut off behind its end', async () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('{"request_id":"job-1"}'));
      },
      pull(controller) {
        controller.error(new Error('the socket died'));
      },
    });
    expect(await submit(new Response(body))).toMatchObject({
      kind: 'accepted',
      requestId: 'job-1',
    });
  });

  it('sends nothing when a parameter is out of range', async () => {
    const { context, sent } = scriptedContext([]);
    expect(await submitTryOn(context, { ...PARAMETERS, numInferenceSteps: 5 })).toMatchObject({
      kind: 'not_accepted',
      errorClass: 'invalid_request',
      resend: 'never',
    });
    expect(sent).toEqual([]);
  });

  it.each([
    [400, { error: 'Missing field' }, 'invalid_request', 'never'],
    [
      401,
      { error: 'no key', error_description: 'Missing', status_code: 401 },
      'credentials',
      'later',
    ],
    [402, { error: 'Out of credits' }, 'credits', 'later'],
    [403, { error: 'Model not allowed' }, 'forbidden', 'later'],
    [404, { error: 'Model not found' }, 'invalid_request', 'never'],
    [406, { error: 'Insufficient credits' }, 'credits', 'later'],
    [406, { error: 'Invalid content type' }, 'invalid_request', 'never'],
    [410, { error: 'Retired' }, 'invalid_request', 'never'],
    [422, { status: 'FAILED', error: 'No human detected' }, 'no_person', 'never'],
    [429, { error: 'Slow down' }, 'rate_limited', 'later'],
    [500, { error: 'Oops' }, 'provider_error', 'once'],
    [502, { error: 'Oops' }, 'provider_error', 'once'],
    [503, { error: 'Oops' }, 'provider_error', 'once'],
  ])('is not accepted after %i %j', async (status, body, errorClass, resend) => {
    const outcome = await submit(json(status, body));
    expect(outcome).toMatchObject({ kind: 'not_accepted', errorClass, resend, httpStatus: status });
    expect(outcome).toHaveProperty('providerText', expect.stringContaining(body.error));
  });

  it.each([
    [405, 'provider_protocol', 'never'],
    [502, 'provider_error', 'once'],
    [401, 'credentials', 'later'],
  ])('is not accepted after an HTML page with %i', async (status, errorClass, resend) => {
    const outcome = await submit(html(status));
    expect(outcome).toMatchObject({ kind: 'not_accepted', errorClass, resend });
    expect(outcome).toHaveProperty('providerText', expect.stringContaining('<h1>'));
  });

  it('knows when a rate limit resets', async () => {
    const headers = {
      'x-rate-limit-reset-at-utc': '2026-08-01T12:00:40Z',
      'x-rate-limit-remaining': '0',
    };
    expect(await submit(json(429, { error: 'Slow down' }, headers))).toMatchObject({
      retryAt: new Date('2026-08-01T12:00:40Z'),
      resend: 'later',
    });
  });

  it.each([
    ['ECONNREFUSED', 'provider_error'],
    ['ENOTFOUND', 'provider_error'],
    ['EAI_AGAIN', 'provider_error'],
    ['CERT_HAS_EXPIRED', 'provider_error'],
    ['UND_ERR_CONNECT_TIMEOUT', 'provider_timeout'],
  ])('may be sent again later after %s', async (code, errorClass) => {
    expect(await submit(fetchFailure(code))).toMatchObject({
      kind: 'not_accepted',
      errorClass,
      resend: 'later',
    });
  });

  it.each(['ECONNRESET', 'UND_ERR_SOCKET', 'UND_ERR_HEADERS_TIMEOUT', 'EPIPE'])(
    'is unknown after %s',
    async (code) => {
      expect(await submit(fetchFailure(code))).toMatchObject({ kind: 'unknown' });
    },
  );

  it.each([
    ['no id', json(200, { status: 'QUEUED' })],
    ['an id that leads elsewhere', json(200, { request_id: '../../v1/get-user-credits' })],
    ['an id that is a number', json(200, { request_id: 7 })],
    ['an error', json(200, { error: 'what?' })],
    ['an HTML page', html(200)],
    ['a list', json(200, [ACCEPTED])],
    ['nothing', new Response(null, { status: 204 })],
    ['a body cut at the limit', json(200, { ...ACCEPTED, padding: 'x '.repeat(600_000) })],
    ['10 MB of garbage', new Response('garbage '.repeat(1_250_000))],
  ])('is unknown after a success with %s', async (_, answer) => {
    const outcome = await submit(answer);
    expect(outcome).toMatchObject({ kind: 'unknown', httpStatus: answer.status });
    if (outcome.kind !== 'unknown') return;
    expect(outcome.providerText).not.toBe('');
    expect(outcome.providerText.length).toBeLessThanOrEqual(2048);
  });

  it.each([504, 408, 499, 520, 524, 301, 303])('is unknown after %i', async (status) => {
    expect(await submit(json(status, { error: 'lost' }))).toMatchObject({
      kind: 'unknown',
      httpStatus: status,
      providerText: 'lost',
    });
  });

  it('is unknown when no answer comes in time', async () => {
    const { context } = scriptedContext(['silence'], { requestTimeoutMs: 20 });
    expect(await submitTryOn(context, PARAMETERS)).toMatchObject({ kind: 'unknown' });
  });

  it('keeps the key and private links out of what it tells', async () => {
    const outcome = await submit(
      json(401, { error: `key ${TEST_KEY} for ${PARAMETERS.modelImage} is wrong` }),
    );
    expect(JSON.stringify(outcome)).not.toContain(TEST_KEY);
    expect(JSON.stringify(outcome)).not.toContain('secret');
  });
});
