import {
  type Answer,
  bodyOf,
  bytesAnswer,
  htmlAnswer,
  type Json,
  type JsonObject,
  jsonAnswer,
} from './answer.ts';

/** What a rewrite may want to know of the call whose answer it changes. */
export interface RewriteContext {
  /** 1 for the sync endpoint, 2 for the queue. */
  version: 1 | 2;
  /** Milliseconds since the epoch, by the sandbox's clock. */
  now: number;
}

/** Turns the right answer into a faulty one. */
export type Rewrite = (answer: Answer, context: RewriteContext) => Answer;

export const httpError =
  (status: number, error: string, extra: JsonObject = {}): Rewrite =>
  () =>
    jsonAnswer(status, { error, ...extra });

export const htmlPage =
  (status: number, title: string): Rewrite =>
  () =>
    htmlAnswer(status, title);

export const rateLimited: Rewrite = (_answer, { now }) =>
  jsonAnswer(
    429,
    { error: 'Rate limit exceeded. Please try again later.' },
    rateHeaders(0, now + 20_000),
  );

/** `resetAt` in milliseconds since the epoch. */
export function rateHeaders(remaining: number, resetAt: number): Record<string, string> {
  return {
    'x-rate-limit-remaining': String(remaining),
    // The name was seen, its format was not: ISO 8601 is a guess that says "UTC" by itself.
    'x-rate-limit-reset-at-utc': new Date(resetAt).toISOString(),
  };
}

export const OUT_OF_CREDITS = 'Insufficient credits to process the request.';

/** 402 was seen on v2 submits; the API's page and v1 say 406. */
export const outOfCredits: Rewrite = (_answer, { version }) =>
  jsonAnswer(version === 2 ? 402 : 406, { error: OUT_OF_CREDITS });

export const hangUp: Rewrite = (answer) => ({ ...answer, delivery: { kind: 'hang-up' } });
export const cutShort: Rewrite = (answer) => ({ ...answer, delivery: { kind: 'cut' } });

export const drip =
  (secondsPerByte: number): Rewrite =>
  (answer) => ({ ...answer, delivery: { kind: 'drip', secondsPerByte } });

export const late =
  (seconds: number): Rewrite =>
  (answer) => ({ ...answer, delivery: { kind: 'late', seconds } });

export const garbageJson: Rewrite = () =>
  bytesAnswer(200, 'application/json', '{"request_id": "2c7f59ea-", "status": QUEU');

const TEN_MEGABYTES = 10 * 1024 * 1024;

export const tenMegabytes: Rewrite = () =>
  bytesAnswer(200, 'application/json', new Uint8Array(TEN_MEGABYTES).fill(0x78));

export const redirectTo =
  (path: string): Rewrite =>
  () =>
    bytesAnswer(302, 'text/plain', '', { location: path });

export const notFoundFile: Rewrite = () => bytesAnswer(404, 'text/plain', 'Not Found');

export const withoutBytes: Rewrite = (answer) => ({ ...answer, body: new Uint8Array() });

/** Announces a picture and sends half of it, the length being true to what is sent. */
export const halfThePicture: Rewrite = (answer) => ({
  ...answer,
  body: answer.body.subarray(0, Math.floor(answer.body.byteLength / 2)),
});

export const withStatus =
  (status: number): Rewrite =>
  (answer) => ({ ...answer, status });

/** Replaces fields of a JSON answer; `undefined` leaves a field out. */
export const withFields =
  (change: (body: JsonObject) => Record<string, Json | undefined>): Rewrite =>
  (answer) => {
    const body = bodyOf(answer);
    if (!body) return answer;
    const changed: JsonObject = {};
    for (const [name, value] of Object.entries({ ...body, ...change(body) })) {
      if (value !== undefined) changed[name] = value;
    }
    return jsonAnswer(answer.status, changed);
  };
