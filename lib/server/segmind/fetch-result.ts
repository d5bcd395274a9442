import 'server-only';
import { notAnId } from './check-status.ts';
import type { SegmindContext } from './context.ts';
import { decodePicture, sniffPicture } from './picture-bytes.ts';
import { type JobFailed, type JobGone, type JobPending, readJob } from './read-job.ts';
import { toUnavailable, type Unavailable } from './unavailable.ts';
import { type JobMetrics, readMetrics, requestIdSchema } from './wire.ts';

/** A picture of 20 MB in base64, and the JSON around it. */
export const MAX_RESULT_BYTES = 28 * 1024 * 1024;

export type ResultOutput =
  /** Public to whoever has it, and never shown to a browser. `download-output.ts` fetches it. */
  { kind: 'url'; url: string } | { kind: 'bytes'; bytes: Uint8Array; contentType: string };

export type ResultOutcome =
  | { kind: 'ready'; output: ResultOutput; metrics: JobMetrics }
  | JobPending
  | JobFailed
  | JobGone
  | Unavailable;

/** `GET /v2/requests/{id}`, once. */
export async function fetchResult(
  context: SegmindContext,
  requestId: string,
): Promise<ResultOutcome> {
  if (!requestIdSchema.safeParse(requestId).success) return notAnId();
  const answer = await context.call({
    method: 'GET',
    path: `/v2/requests/${requestId}`,
    maxBodyBytes: MAX_RESULT_BYTES,
  });
  // Not documented for v2, but it is how v1 answers.
  if (answer.kind === 'answered' && answer.status === 200 && answer.cut === undefined) {
    const contentType = sniffPicture(answer.body);
    if (contentType !== undefined) {
      const output = { kind: 'bytes', bytes: answer.body, contentType } as const;
      return { kind: 'ready', output, metrics: readMetrics({}) };
    }
  }
  const job = readJob(context, requestId, answer);
  if (job.kind !== 'completed') return job;
  const output = readOutput(job.body);
  return output === undefined
    ? { ...toUnavailable(context, answer), errorClass: 'provider_protocol' }
    : { kind: 'ready', output, metrics: job.metrics };
}

/**
 * Finds the picture in a final body: an address, a data URI or bare base64, in `output`, `image` or
 * `images[0]`, as a string or under `url`. Only the first is documented; the others were seen or are
 * what `base64: true` may lead to.
 */
export function readOutput(body: Record<string, unknown>): ResultOutput | undefined {
  for (const value of [body.output, body.image, body.images]) {
    for (const text of textsOf(value)) {
      if (/^https?:\/\//iu.test(text)) {
        if (URL.canParse(text)) return { kind: 'url', url: text };
        continue;
      }
      const picture = decodePicture(text);
      if (picture !== undefined) return { kind: 'bytes', ...picture };
    }
  }
  return undefined;
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value.trim()];
  if (Array.isArray(value)) return value.slice(0, 1).flatMap(textsOf);
  if (typeof value === 'object' && value !== null && 'url' in value) return textsOf(value.url);
  return [];
}
