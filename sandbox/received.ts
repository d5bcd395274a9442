import { createHash } from 'node:crypto';
import type { Json, JsonObject } from './answer.ts';

export type CallKind = 'submit' | 'status' | 'result' | 'credits' | 'upload' | 'file' | 'other';

/** One call as a test may look at it: no key, no picture, no address of one. */
export interface Call {
  kind: CallKind;
  /** Milliseconds since the epoch, by the sandbox's clock. */
  at: number;
  method: string;
  version: 1 | 2 | null;
  /** The HTTP status that was sent, or 0 when the socket was destroyed instead. */
  status: number;
  requestId: string | null;
  /** Fingerprint of the key, or null when none was sent. */
  key: string | null;
  /** A submit's body, pictures and their addresses told by a digest only. */
  body: JsonObject | null;
  /** Digest of the body as sent: two submits with the same one are the same request twice. */
  bodyDigest: string | null;
}

/** Older calls and requests are forgotten beyond this; the counts by kind are not. */
const KEPT = 10_000;

export function createReceived() {
  let calls: Call[] = [];
  let counts: Record<string, number> = {};
  let byRequest = new Map<string, Record<string, number>>();

  return {
    add(call: Call) {
      calls.push(call);
      if (calls.length > KEPT * 2) calls = calls.slice(-KEPT);
      counts[call.kind] = (counts[call.kind] ?? 0) + 1;
      if (call.requestId !== null) {
        const own = byRequest.get(call.requestId) ?? {};
        own[call.kind] = (own[call.kind] ?? 0) + 1;
        byRequest.set(call.requestId, own);
        if (byRequest.size > KEPT * 2) byRequest = new Map([...byRequest].slice(-KEPT));
      }
    },
    report(kind?: string): { [name: string]: Json } {
      const chosen = calls
        .slice(-KEPT)
        .filter((call) => kind === undefined || call.kind === kind)
        .map((call): JsonObject => ({ ...call }));
      return { counts, byRequest: Object.fromEntries(byRequest), calls: chosen };
    },
    clear() {
      calls = [];
      counts = {};
      byRequest = new Map();
    },
  };
}

export type Received = ReturnType<typeof createReceived>;

export const digestOf = (data: string | Uint8Array) =>
  createHash('sha256').update(data).digest('hex').slice(0, 16);

const PICTURE_FIELDS = ['model_image', 'cloth_image'];

/** Longer words, and more fields than these, are not what tells requests apart. */
const LONGEST_WORD = 100;
const MOST_FIELDS = 20;

/** A submit's body with each picture replaced by its kind and digest, and nothing else that is long. */
export function withoutPictures(body: JsonObject): JsonObject {
  const fields = Object.entries(body)
    .slice(0, MOST_FIELDS)
    .map(([name, value]): [string, Json] => [
      name.slice(0, LONGEST_WORD),
      PICTURE_FIELDS.includes(name) && typeof value === 'string'
        ? `(${pictureKindOf(value)} ${digestOf(value)})`
        : brief(value),
    ]);
  return Object.fromEntries(fields);
}

function pictureKindOf(value: string): string {
  if (value.startsWith('data:')) return 'data URI';
  return /^https?:/i.test(value) ? 'URL' : 'text';
}

/** Never descends: a value may be nested deeper than JSON can be written again. */
function brief(value: Json): Json {
  if (Array.isArray(value)) return '(a list)';
  if (typeof value === 'object' && value !== null) return '(an object)';
  if (typeof value === 'string' && value.length > LONGEST_WORD) return `(text ${digestOf(value)})`;
  return value;
}
