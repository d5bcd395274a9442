import type { IncomingMessage } from 'node:http';
import type { Json, JsonObject } from './answer.ts';

/** Two pictures of 20 MB as base64 fit. */
const MOST_BYTES = 64 * 1024 * 1024;

export type RequestBody =
  | { kind: 'object'; value: JsonObject; raw: Uint8Array }
  | { kind: 'malformed'; raw: Uint8Array }
  | { kind: 'too-large' }
  | { kind: 'aborted' };

/** Reads a request's body and parses it as a JSON object. */
export async function readJsonObject(request: IncomingMessage): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      if (!Buffer.isBuffer(chunk)) continue;
      size += chunk.byteLength;
      // What is left must still be read: a client that is cut off while sending sees no answer.
      if (size <= MOST_BYTES) chunks.push(chunk);
      else chunks.length = 0;
    }
  } catch {
    return { kind: 'aborted' };
  }
  if (size > MOST_BYTES) return { kind: 'too-large' };
  const raw = Buffer.concat(chunks);
  try {
    const value: Json = JSON.parse(raw.toString('utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      return { kind: 'object', value, raw };
    }
  } catch {
    // Malformed, as anything else that is no object.
  }
  return { kind: 'malformed', raw };
}

export const isJson = (request: IncomingMessage): boolean =>
  /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(request.headers['content-type'] ?? '');
