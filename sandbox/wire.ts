import { type Answer, htmlAnswer, type Json, type JsonObject, jsonAnswer } from './answer.ts';
import type { OutputShape } from './faults.ts';
import type { Job, JobState } from './job.ts';

/** The provider's bodies. `origin` is where the client reached this server, without a final slash. */

export const statusUrl = (origin: string, id: string) => `${origin}/v2/requests/${id}/status`;
export const responseUrl = (origin: string, id: string) => `${origin}/v2/requests/${id}`;

export const errorAnswer = (
  status: number,
  error: string,
  headers: Record<string, string> = {},
): Answer => jsonAnswer(status, { error }, headers);

/** Authentication errors carry two more fields than all others; the wordings are our own. */
const authAnswer = (error: string, description: string): Answer =>
  jsonAnswer(401, { error, error_description: description, status_code: 401 });

export const keyMissing = (): Answer =>
  authAnswer('Unauthorized', 'API key is missing. Send it in the x-api-key header.');

export const keyWrong = (): Answer =>
  authAnswer('Invalid API key', 'The API key is not valid or was revoked.');

export const requestUnknown = (): Answer => errorAnswer(404, 'Request not found or expired');

export const methodNotAllowed = (allow: string): Answer =>
  htmlAnswer(405, 'Method Not Allowed', { allow });

export function submitBody(origin: string, id: string): JsonObject {
  return {
    request_id: id,
    status: 'QUEUED',
    poll_url: `${origin}/v1/requests/${id}`,
    status_url: statusUrl(origin, id),
    response_url: responseUrl(origin, id),
  };
}

/** The status call's answer; a FAILED job is HTTP 422 there as well. */
export function statusAnswer(origin: string, job: Job, state: JobState): Answer {
  switch (state) {
    case 'QUEUED':
    case 'PROCESSING':
      return jsonAnswer(200, openBody(origin, job, state));
    case 'COMPLETED':
      return jsonAnswer(200, {
        status: state,
        request_id: job.id,
        metrics: job.settled?.metrics ?? {},
      });
    case 'FAILED':
      return failedAnswer(job);
  }
}

export const openBody = (origin: string, job: Job, state: 'QUEUED' | 'PROCESSING'): JsonObject => ({
  status: state,
  request_id: job.id,
  status_url: statusUrl(origin, job.id),
  response_url: responseUrl(origin, job.id),
  metrics: {},
});

export function failedAnswer(job: Job): Answer {
  return jsonAnswer(422, {
    status: 'FAILED',
    error: job.settled?.error ?? null,
    metrics: job.settled?.metrics ?? {},
    request_id: job.id,
  });
}

/** `picture` is asked for the bytes only when the shape carries them. */
export function completedBody(
  job: Job,
  shape: OutputShape,
  url: string,
  picture: () => Uint8Array,
): JsonObject {
  return {
    status: 'COMPLETED',
    error: null,
    metrics: job.settled?.metrics ?? {},
    ...outputFields(shape, url, picture),
  };
}

function outputFields(
  shape: OutputShape,
  url: string,
  picture: () => Uint8Array,
): Record<string, Json> {
  const base64 = () => Buffer.from(picture()).toString('base64');
  switch (shape) {
    case 'url':
    case 'redirect':
      return { output: url };
    case 'images':
      return { images: [{ url }] };
    case 'list':
      return { output: [url] };
    case 'data-uri':
      return { output: `data:image/jpeg;base64,${base64()}` };
    case 'base64':
      return { output: base64() };
    case 'image-base64':
      return { image: base64() };
    case 'missing':
      return {};
    case 'null':
      return { output: null };
    case 'foreign-host':
      // RFC 2606 keeps .invalid from ever resolving.
      return { output: 'https://images.segmind.invalid/generations/nowhere.jpeg' };
  }
}
