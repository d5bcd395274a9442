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

/** Older calls are forgotten beyond this; the counts are not. */
const KEPT = 10_000;

export function createReceived() {
  let calls: Call[] = [];
  let counts: Record<string, number> = {};
  let byRequest: Record<string, Record<string, number>> = {};

  return {
    add(call: Call) {
      calls.push(call);
      if (calls.length > KEPT * 2) calls = calls.slice(-KEPT);
      counts[call.kind] = (counts[call.kind] ?? 0) + 1;
      if (call.requestId !== null) {
        byRequest[call.requestId] ??= {};
        const own = byRequest[call.requestId] ?? {};
        own[call.kind] = (own[call.kind] ?? 0) + 1;
      }
    },
    report(kind?: string): { [name: string]: Json } {
      const chosen = calls
        .slice(-KEPT)
        .filter((call) => kind === undefined || call.kind === kind)
        .map((call): JsonObject => ({ ...call }));
      return { counts, byRequest, calls: chosen };
    },
    clear() {
      calls = [];
      counts = {};
      byRequest = {};
    },
  };
}

export type Received = ReturnType<typeof createReceived>;

export const digestOf = (data: string | Uint8Array) =>
  createHash('sha256').update(data).digest('hex').slice(0, 16);

const PICTURE_FIELDS = ['model_image', 'cloth_image'];

/** A submit's body with each picture replaced by its kind and digest. */
export function withoutPictures(body: JsonObject): JsonObject {
  const bare: JsonObject = { ...body };
  for (const name of PICTURE_FIELDS) {
    const value = body[name];
    if (typeof value !== 'string') continue;
    const kind = value.startsWith('data:') ? 'data URI' : /^https?:/i.test(value) ? 'URL' : 'text';
    bare[name] = `(${kind} ${digestOf(value)})`;
  }
  return bare;
}
