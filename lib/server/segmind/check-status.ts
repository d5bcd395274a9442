import 'server-only';
import type { SegmindContext } from './context.ts';
import { type JobFailed, type JobGone, type JobPending, readJob } from './read-job.ts';
import type { Unavailable } from './unavailable.ts';
import { type JobMetrics, requestIdSchema } from './wire.ts';

export type StatusOutcome =
  | JobPending
  | { kind: 'completed'; metrics: JobMetrics }
  | JobFailed
  | JobGone
  | Unavailable;

/** `GET /v2/requests/{id}/status`, once. */
export async function checkStatus(
  context: SegmindContext,
  requestId: string,
): Promise<StatusOutcome> {
  if (!requestIdSchema.safeParse(requestId).success) return notAnId();
  const answer = await context.call({ method: 'GET', path: `/v2/requests/${requestId}/status` });
  const job = readJob(context, requestId, answer);
  return job.kind === 'completed' ? { kind: 'completed', metrics: job.metrics } : job;
}

/** Ids come from our own database; one that does not fit into a path is never sent. */
export function notAnId(): Unavailable {
  return {
    kind: 'unavailable',
    errorClass: 'invalid_request',
    providerText: 'not a request id; nothing was asked',
  };
}
