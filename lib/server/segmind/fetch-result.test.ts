import { describe, expect, it } from 'vitest';
import { fetchResult, readOutput } from './fetch-result.ts';
import {
  html,
  JPEG,
  JPEG_BASE64,
  jpegResponse,
  json,
  type Step,
  scriptedContext,
} from './testing/scripted-fetch.ts';

const URL_OF_PICTURE = 'https://images.segmind.com/generations/a.jpeg';
const PICTURE = { kind: 'bytes', bytes: JPEG, contentType: 'image/jpeg' };

const fetchIt = (step: Step) => fetchResult(scriptedContext([step]).context, 'job-1');
const completed = (more: Record<string, unknown>) =>
  json(200, { status: 'COMPLETED', error: null, metrics: { inference_time: 7.6 }, ...more });

describe('fetching the result of a try-on', () => {
  it('asks at an address of its own making', async () => {
    const { context, sent } = scriptedContext([completed({ output: URL_OF_PICTURE })]);
    await fetchResult(context, 'job-1');
    expect(sent).toMatchObject([
      { method: 'GET', url: 'https://api.segmind.com/v2/requests/job-1' },
    ]);
  });

  it('finds the address of the picture', async () => {
    expect(await fetchIt(completed({ output: URL_OF_PICTURE }))).toEqual({
      kind: 'ready',
      output: { kind: 'url', url: URL_OF_PICTURE },
      metrics: { inferenceSeconds: 7.6 },
    });
  });

  it('takes the bytes of a picture as they are', async () => {
    expect(await fetchIt(jpegResponse())).toMatchObject({ kind: 'ready', output: PICTURE });
  });

  it('takes a picture in base64 that is larger than other answers may be', async () => {
    const big = Buffer.alloc(6_000_000);
    big.set(JPEG);
    const outcome = await fetchIt(completed({ output: big.toString('base64') }));
    expect(outcome).toMatchObject({ kind: 'ready', output: { kind: 'bytes' } });
  });

  it('passes on that the job is pending, failed or gone', async () => {
    expect(await fetchIt(json(200, { status: 'PROCESSING' }))).toMatchObject({ kind: 'pending' });
    expect(await fetchIt(json(422, { status: 'FAILED', error: 'RAI' }))).toMatchObject({
      kind: 'failed',
      errorClass: 'content_blocked',
    });
    expect(await fetchIt(json(404, { error: 'expired' }))).toMatchObject({ kind: 'gone' });
    expect(await fetchIt(json(503, { error: 'later' }))).toMatchObject({ kind: 'unavailable' });
  });

  it.each([
    ['no output', completed({})],
    ['an empty output', completed({ output: '' })],
    ['words for an output', completed({ output: 'here you are' })],
    ['base64 of no picture', completed({ output: 'aGVsbG8gd29ybGQ=' })],
    ['an HTML page', html(200)],
  ])('makes a protocol error of %s', async (_, answer) => {
    expect(await fetchIt(answer)).toMatchObject({
      kind: 'unavailable',
      errorClass: 'provider_protocol',
      httpStatus: 200,
    });
  });

  it('asks nothing for an id that would lead elsewhere', async () => {
    const { context, sent } = scriptedContext([]);
    expect(await fetchResult(context, 'a/../b')).toMatchObject({ kind: 'unavailable' });
    expect(sent).toEqual([]);
  });
});

describe('the places where an output was seen', () => {
  it.each([
    { output: URL_OF_PICTURE },
    { output: [URL_OF_PICTURE] },
    { output: { url: URL_OF_PICTURE } },
    { output: null, images: [{ url: URL_OF_PICTURE }] },
    { images: [URL_OF_PICTURE] },
    { image: URL_OF_PICTURE },
  ])('finds the address in %j', (body) => {
    expect(readOutput(body)).toEqual({ kind: 'url', url: URL_OF_PICTURE });
  });

  it.each([
    { output: JPEG_BASE64 },
    { output: `data:image/jpeg;base64,${JPEG_BASE64}` },
    { image: JPEG_BASE64 },
    { output: '', image: JPEG_BASE64 },
  ])('finds the bytes in %j', (body) => {
    expect(readOutput(body)).toEqual(PICTURE);
  });

  it.each([
    {},
    { output: 7 },
    { output: [] },
    { output: 'file:///etc/passwd' },
    { output: 'https://' },
  ])('finds nothing in %j', (body) => {
    expect(readOutput(body)).toBeUndefined();
  });
});
