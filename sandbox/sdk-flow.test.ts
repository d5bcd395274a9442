import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from './answer.ts';
import { DEFAULT_KEY } from './server.ts';
import {
  jpegOfSeed,
  PIXEL,
  startTestSandbox,
  type TestSandbox,
  validBody,
} from './test-sandbox.ts';

/**
 * The steps of the vendor's Python SDK (v1.1.0), so that its users find here what
 * they know: it is given a base URL that ends in /v1, turns that into /v2, needs
 * three fields in the submit answer, follows the absolute URLs it is given, and
 * takes a status body that is COMPLETED or FAILED under any HTTP code.
 */
class SegmindError extends Error {
  readonly status: number | null;
  readonly detail: unknown;
  constructor(status: number | null, detail: unknown) {
    super(`SegmindError ${status}`);
    this.status = status;
    this.detail = detail;
  }
}
class InferenceFailed extends SegmindError {
  readonly statusBody: JsonObject;
  constructor(detail: unknown, statusBody: JsonObject) {
    super(null, detail);
    this.statusBody = statusBody;
  }
}
class InferenceTimeout extends SegmindError {}

const headers = { 'x-api-key': DEFAULT_KEY, 'x-initiator': 'SDK-PY' };

async function call(url: string, body?: JsonObject): Promise<Response> {
  const response = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
    body: body ? JSON.stringify(body) : null,
  });
  return response;
}

async function raiseForStatus(response: Response): Promise<Response> {
  if (response.status >= 200 && response.status < 400) return response;
  const body: JsonObject = await response.json().catch(() => ({}));
  throw new SegmindError(response.status, body.error);
}

async function submitAsync(baseUrl: string, slug: string, parameters: JsonObject) {
  const v2 = `${baseUrl.replace(/\/v[^/]*$/, '')}/v2`;
  const body: JsonObject = await (
    await raiseForStatus(await call(`${v2}/${slug}`, parameters))
  ).json();
  const { request_id, status_url, response_url } = body;
  if (!request_id || !status_url || !response_url)
    throw new SegmindError(200, 'v2 submit is missing fields');
  const tolerant = async (url: string): Promise<JsonObject> => {
    const response = await call(url);
    const answer: JsonObject = await response
      .clone()
      .json()
      .catch(() => ({}));
    if (answer.status === 'COMPLETED' || answer.status === 'FAILED') return answer;
    await raiseForStatus(response);
    return answer;
  };
  return {
    requestId: String(request_id),
    async wait(polls: number, betweenPolls: () => void): Promise<JsonObject> {
      for (let poll = 0; poll < polls; poll += 1) {
        const status = await tolerant(String(status_url));
        if (status.status === 'COMPLETED') return tolerant(String(response_url));
        if (status.status === 'FAILED') throw new InferenceFailed(status.error, status);
        betweenPolls();
      }
      throw new InferenceTimeout(null, String(request_id));
    },
  };
}

let t: TestSandbox;
let baseUrl = '';

beforeAll(async () => {
  t = await startTestSandbox({ latency: { mean: 7.62, sigma: 0 } });
  baseUrl = `${t.url}/v1`;
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.control('/reset', {});
});

const aSecondLater = () => t.clock.advance(1000);
const run = async (change: JsonObject = {}, polls = 600) => {
  const job = await submitAsync(baseUrl, 'try-on-diffusion', { ...validBody, ...change });
  await t.control('/settle', {});
  return job.wait(polls, aSecondLater);
};

describe("the vendor's SDK", () => {
  it('runs a try-on to its picture, a poll a second', async () => {
    const result = await run({ seed: 12_467 });
    expect(result).toMatchObject({ status: 'COMPLETED', error: null });
    const picture = await fetch(String(result.output));
    expect(Buffer.from(await picture.arrayBuffer())).toEqual(Buffer.from(jpegOfSeed(12_467)));
    expect(await t.control('/received')).toMatchObject({
      counts: { submit: 1, status: 9, result: 1, file: 1 },
    });
  });

  it('raises InferenceFailed with the text and the status body', async () => {
    const failure = await run({ seed: 900_000_000_000_002 }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(InferenceFailed);
    expect(failure).toMatchObject({
      detail: 'No human detected',
      statusBody: { status: 'FAILED', metrics: { inference_time: expect.any(Number) } },
    });
  });

  it('raises InferenceTimeout when the job does not end', async () => {
    await expect(run({ seed: 900_000_000_000_021 }, 30)).rejects.toBeInstanceOf(InferenceTimeout);
  });

  it.each([400, 401, 402, 403, 404, 406, 410, 422, 429, 500, 502, 504])(
    'raises SegmindError %i with the text of the body',
    async (status) => {
      const failure = await run({ seed: 900_000_000_000_000 + status }).catch(
        (error: unknown) => error,
      );
      expect(failure).toBeInstanceOf(SegmindError);
      expect(failure).toMatchObject({ status, detail: expect.any(String) });
    },
  );

  it('raises SegmindError 405 without a text, the body being HTML', async () => {
    await expect(run({ seed: 900_000_000_000_405 })).rejects.toMatchObject({
      status: 405,
      detail: undefined,
    });
  });

  it('refuses a submit answer without its three fields', async () => {
    await expect(run({ seed: 900_000_000_000_014 })).rejects.toMatchObject({
      detail: 'v2 submit is missing fields',
    });
  });

  it('runs in sync', async () => {
    await t.control('/settings', { latency: 'instant' });
    const response = await raiseForStatus(await call(`${baseUrl}/try-on-diffusion`, validBody));
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from(jpegOfSeed(7)));
  });

  it('uploads a file and uses its address', async () => {
    const answer = await raiseForStatus(
      await call(`${t.url}/upload-asset`, { data_urls: [PIXEL] }),
    );
    const body: JsonObject = await answer.json();
    const [url] = Array.isArray(body.file_urls) ? body.file_urls : [];
    expect(await run({ model_image: String(url) })).toMatchObject({ status: 'COMPLETED' });
  });
});
