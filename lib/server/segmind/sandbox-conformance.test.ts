import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createGuardedFetch } from '#lib/server/http/guarded-fetch.ts';
import { FAULTS } from '#sandbox/faults.ts';
import { DEFAULT_KEY } from '#sandbox/server.ts';
import { jpegOfSeed, startTestSandbox, type TestSandbox } from '#sandbox/test-sandbox.ts';
import { createSegmindClient, type SegmindClient } from './client.ts';
import { downloadOutput, outputFetchOptions } from './download-output.ts';
import { parseOutputHosts } from './output-hosts.ts';
import { JPEG, PARAMETERS } from './testing/scripted-fetch.ts';

const GOOD_SEED = 7;
const ASSET = { bytes: JPEG, contentType: 'image/jpeg' } as const;

/** Faults whose answer never ends: the deadline has to be short to be seen. */
const ENDLESS = new Set(['drip-accepted', 'late-accepted', 'status-drip', 'file-drip']);

/**
 * What the client makes of each fault of the sandbox: the outcome of the submit, of up to three
 * questions for the status, of up to three for the result, and of the download.
 */
const JOURNEYS: Readonly<Record<string, string>> = {
  blocked: 'accepted · failed content_blocked',
  'no-person': 'accepted · failed no_person',
  invalid: 'accepted · failed invalid_request',
  unreadable: 'accepted · failed input_unreadable',
  crashed: 'accepted · failed unclassified',
  nsfw: 'accepted · failed content_blocked',
  'content-type': 'accepted · failed invalid_request',
  'failed-silently': 'accepted · failed unclassified',
  'failed-200': 'accepted · failed no_person',

  'lost-accepted': 'unknown',
  'lost-refused': 'unknown',
  'cut-accepted': 'unknown',
  'garbage-accepted': 'unknown',
  'nameless-accepted': 'unknown',
  'huge-accepted': 'unknown',
  'drip-accepted': 'unknown',
  'late-accepted': 'unknown',
  'html-accepted': 'unknown',
  'timeout-accepted': 'unknown',

  slow: 'accepted · pending · pending · pending',
  never: 'accepted · pending · pending · pending',
  stuck: 'accepted · pending · pending · pending',
  'very-slow': 'accepted · pending · pending · pending',
  expired: 'accepted · completed · gone',
  forgotten: 'accepted · gone',
  fast: 'accepted · completed · ready · downloaded',

  'unknown-word':
    'accepted · unavailable provider_protocol · unavailable provider_protocol · completed · ready · downloaded',
  'unknown-word-always':
    'accepted · unavailable provider_protocol · unavailable provider_protocol · unavailable provider_protocol',
  'status-500':
    'accepted · unavailable provider_error · unavailable provider_error · completed · ready · downloaded',
  'status-429':
    'accepted · unavailable rate_limited · unavailable rate_limited · completed · ready · downloaded',
  'status-html':
    'accepted · unavailable provider_error · unavailable provider_error · completed · ready · downloaded',
  'status-garbage':
    'accepted · unavailable provider_protocol · unavailable provider_protocol · completed · ready · downloaded',
  'status-lost':
    'accepted · unavailable provider_error · unavailable provider_error · completed · ready · downloaded',
  'status-drip':
    'accepted · unavailable provider_timeout · unavailable provider_timeout · unavailable provider_timeout',
  'status-401':
    'accepted · unavailable credentials · unavailable credentials · unavailable credentials',
  'status-huge': 'accepted · unavailable provider_protocol · completed · ready · downloaded',

  'result-500':
    'accepted · completed · unavailable provider_error · unavailable provider_error · ready · downloaded',
  'result-404': 'accepted · completed · gone',
  'result-garbage':
    'accepted · completed · unavailable provider_protocol · unavailable provider_protocol · unavailable provider_protocol',
  'result-lost':
    'accepted · completed · unavailable provider_error · unavailable provider_error · ready · downloaded',
  'result-late': 'accepted · completed · pending · ready · downloaded',
  'result-failed': 'accepted · completed · failed unclassified',

  'no-output':
    'accepted · completed · unavailable provider_protocol · unavailable provider_protocol · unavailable provider_protocol',
  'null-output':
    'accepted · completed · unavailable provider_protocol · unavailable provider_protocol · unavailable provider_protocol',
  images: 'accepted · completed · ready · downloaded',
  list: 'accepted · completed · ready · downloaded',
  'data-uri': 'accepted · completed · ready · bytes',
  base64: 'accepted · completed · ready · bytes',
  'image-base64': 'accepted · completed · ready · bytes',
  'foreign-host': 'accepted · completed · ready · refused result_unreadable',
  redirect: 'accepted · completed · ready · failed result_unreadable',

  'file-404': 'accepted · completed · ready · failed result_expired',
  'file-html': 'accepted · completed · ready · failed result_unreadable',
  'file-empty': 'accepted · completed · ready · failed result_unreadable',
  // Its first bytes are a picture's: that the rest is missing shows when it is decoded.
  'file-half': 'accepted · completed · ready · downloaded',
  'file-cut': 'accepted · completed · ready · failed provider_error',
  'file-huge': 'accepted · completed · ready · failed result_unreadable',
  'file-drip': 'accepted · completed · ready · failed provider_timeout',
  'file-500': 'accepted · completed · ready · failed provider_error',

  'submit-400': 'not_accepted invalid_request never',
  'submit-401': 'not_accepted credentials later',
  'out-of-credits': 'not_accepted credits later',
  'submit-403': 'not_accepted forbidden later',
  'submit-404': 'not_accepted invalid_request never',
  'submit-405': 'not_accepted provider_protocol never',
  'submit-406': 'not_accepted invalid_request never',
  'spend-limit': 'not_accepted credits later',
  'submit-410': 'not_accepted invalid_request never',
  'submit-422': 'not_accepted invalid_request never',
  'rate-limited': 'not_accepted rate_limited later',
  'submit-500': 'not_accepted provider_error once',
  'submit-502': 'not_accepted provider_error once',
  'submit-503': 'not_accepted provider_error once',
  'submit-504': 'unknown',
  'submit-html': 'not_accepted provider_error once',
};

let sandbox: TestSandbox;

beforeAll(async () => {
  sandbox = await startTestSandbox({ credits: 1000 });
});

afterAll(async () => {
  await sandbox.close();
});

const clientOf = (requestTimeoutMs = 10_000, apiKey = DEFAULT_KEY): SegmindClient =>
  createSegmindClient({
    apiKey,
    baseUrl: `${sandbox.url}/v1`,
    fetch,
    now: sandbox.clock.now,
    sleep: async () => undefined,
    requestTimeoutMs,
  });

/** Asks up to three times, until the answer is one that more asking does not change. */
async function ask<Outcome extends { kind: string; errorClass?: string }>(
  words: string[],
  question: () => Promise<Outcome>,
): Promise<Outcome> {
  let outcome = await question();
  for (let asked = 1; ; asked += 1) {
    words.push([outcome.kind, outcome.errorClass].filter(Boolean).join(' '));
    const open = outcome.kind === 'pending' || outcome.kind === 'unavailable';
    if (!open || asked === 3) return outcome;
    outcome = await question();
  }
}

async function journey(seed: number, timeoutMs: number): Promise<string> {
  const client = clientOf(timeoutMs);
  const uploaded = await client.uploadAssets([ASSET, ASSET]);
  if (uploaded.kind !== 'uploaded') return 'not uploaded';
  const [modelImage, clothImage = modelImage] = uploaded.urls;
  const submitted = await client.submitTryOn({ ...PARAMETERS, modelImage, clothImage, seed });
  if (submitted.kind === 'unknown') return 'unknown';
  if (submitted.kind === 'not_accepted') {
    return `not_accepted ${submitted.errorClass} ${submitted.resend}`;
  }

  const { requestId } = submitted;
  await sandbox.control('/settle', {});
  const words = ['accepted'];
  const status = await ask(words, () => client.checkStatus(requestId));
  if (status.kind !== 'completed') return words.join(' · ');
  const result = await ask(words, () => client.fetchResult(requestId));
  if (result.kind !== 'ready') return words.join(' · ');
  if (result.output.kind === 'bytes') {
    expect(result.output.bytes).toEqual(new Uint8Array(jpegOfSeed(seed)));
    return [...words, 'bytes'].join(' · ');
  }
  const hosts = parseOutputHosts([new URL(sandbox.url).host]);
  const fetchOutput = createGuardedFetch({
    ...outputFetchOptions(hosts),
    maxBytes: 5_000_000,
    totalMs: timeoutMs,
  });
  const { kind, errorClass = '' } = {
    errorClass: undefined,
    ...(await downloadOutput(result.output.url, { fetchOutput, hosts })),
  };
  return [...words, `${kind} ${errorClass}`.trim()].join(' · ');
}

describe('the client against the sandbox', () => {
  it('goes from uploaded pictures to the finished one', async () => {
    expect(await journey(GOOD_SEED, 10_000)).toBe('accepted · completed · ready · downloaded');
  });

  it.each(FAULTS)('understands $name', async ({ name, seed }) => {
    expect(await journey(seed, ENDLESS.has(name) ? 300 : 10_000)).toBe(JOURNEYS[name]);
  });

  it('has no expectation for a fault that the sandbox does not know', () => {
    const names = new Set(FAULTS.map(({ name }) => name));
    expect(Object.keys(JOURNEYS).filter((name) => !names.has(name))).toEqual([]);
  });

  it('runs like the SDK of the vendor', async () => {
    const client = clientOf();
    const picture = { modelImage: await client.uploadAsset(ASSET) };
    const clothImage = picture.modelImage;
    const done = await client.run({ ...PARAMETERS, ...picture, clothImage });
    expect(done.output).toMatchObject({ kind: 'url' });
    expect(await client.result(done.requestId)).toMatchObject({ output: done.output });
    expect(await client.status(done.requestId)).toMatchObject({ status: 'COMPLETED' });
  });

  it.each([false, true])('makes a picture in one call, with base64 %s', async (base64) => {
    const client = clientOf();
    const modelImage = await client.uploadAsset(ASSET);
    const made = await client.generate({
      ...PARAMETERS,
      modelImage,
      clothImage: modelImage,
      base64,
    });
    expect(made.bytes).toEqual(new Uint8Array(jpegOfSeed(GOOD_SEED)));
    expect(made.remainingCredits).toBeGreaterThan(0);
  });

  it('reads the balance', async () => {
    expect(await clientOf().credits()).toMatchObject({ kind: 'known' });
  });

  it('is refused with a wrong key, everywhere', async () => {
    const client = clientOf(10_000, 'SG_ffffffffffffffff');
    expect(await client.submitTryOn(PARAMETERS)).toMatchObject({ errorClass: 'credentials' });
    expect(await client.checkStatus('job-1')).toMatchObject({ errorClass: 'credentials' });
    expect(await client.fetchResult('job-1')).toMatchObject({ errorClass: 'credentials' });
    expect(await client.credits()).toMatchObject({ errorClass: 'credentials' });
    expect(await client.uploadAssets([ASSET])).toMatchObject({ errorClass: 'credentials' });
  });
});
