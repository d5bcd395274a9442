import { describe, expect, it } from 'vitest';
import { InferenceFailed } from './errors.ts';
import { generate } from './generate.ts';
import {
  fetchFailure,
  html,
  JPEG,
  JPEG_BASE64,
  jpegResponse,
  json,
  PARAMETERS,
  type Step,
  scriptedContext,
} from './testing/scripted-fetch.ts';

const make = (step: Step) => generate(scriptedContext([step]).context, PARAMETERS);

describe('making a picture in one call', () => {
  it('gives the bytes and the figures beside them', async () => {
    const { context, sent } = scriptedContext([
      jpegResponse({ 'x-remaining-credits': '4.2', 'x-generation-time': '7.62' }),
    ]);
    expect(await generate(context, PARAMETERS)).toEqual({
      bytes: JPEG,
      contentType: 'image/jpeg',
      remainingCredits: 4.2,
      generationSeconds: 7.62,
    });
    expect(sent[0]).toMatchObject({
      method: 'POST',
      url: 'https://api.segmind.com/v1/try-on-diffusion',
      body: { seed: 7, base64: false },
    });
  });

  it('decodes the picture when it comes as base64', async () => {
    const { context, sent } = scriptedContext([json(200, { image: JPEG_BASE64 })]);
    const picture = await generate(context, { ...PARAMETERS, base64: true });
    expect(picture.bytes).toEqual(JPEG);
    expect(sent[0]?.body).toMatchObject({ base64: true });
  });

  it('sends nothing when a parameter is out of range', async () => {
    const { context, sent } = scriptedContext([]);
    await expect(generate(context, { ...PARAMETERS, guidanceScale: 26 })).rejects.toMatchObject({
      name: 'SegmindError',
      status: null,
      errorClass: 'invalid_request',
    });
    expect(sent).toEqual([]);
  });

  it('throws InferenceFailed for a failed job', async () => {
    const body = { status: 'FAILED', error: 'No human detected' };
    const error = await make(json(422, body)).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(InferenceFailed);
    expect(error).toMatchObject({ detail: 'No human detected', statusBody: body });
  });

  it.each([
    [json(401, { error: 'wrong key' }), 401, 'credentials', 'wrong key'],
    [json(406, { error: 'Not enough credits' }), 406, 'credits', 'Not enough credits'],
    [json(429, {}), 429, 'rate_limited', '{}'],
    [json(500, { error: 'oops' }), 500, 'provider_error', 'oops'],
    [json(504, { error: 'slow' }), 504, 'submit_unknown', 'slow'],
    [html(405), 405, 'provider_protocol', '<h1>'],
    [html(200), 200, 'result_unreadable', '<h1>'],
    [json(200, { image: 'aGVsbG8=' }), 200, 'result_unreadable', 'image'],
    [fetchFailure('ECONNREFUSED'), null, 'provider_error', 'refused'],
    [fetchFailure('UND_ERR_CONNECT_TIMEOUT'), null, 'provider_timeout', 'timed out'],
    [fetchFailure('ECONNRESET'), null, 'submit_unknown', 'reset'],
  ] as const)('throws SegmindError for %s', async (step, status, errorClass, words) => {
    await expect(make(step)).rejects.toMatchObject({
      name: 'SegmindError',
      status,
      errorClass,
      detail: expect.stringContaining(words),
    });
  });

  it('has a deadline of its own', async () => {
    const { context } = scriptedContext(['silence']);
    await expect(generate(context, PARAMETERS, { timeoutMs: 20 })).rejects.toMatchObject({
      errorClass: 'submit_unknown',
    });
  });
});
