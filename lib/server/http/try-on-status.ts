import 'server-only';
import { tryOnParams, tryOnStatusQuery } from '#lib/contracts/try-on.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import type { AfterAnswer } from '#lib/server/auth/actor-of-session.ts';
import { env } from '#lib/server/env.ts';
import { advanceTryOn } from '#lib/server/use-cases/advance-try-on.ts';
import { getTryOn } from '#lib/server/use-cases/get-try-on.ts';
import { trackAnswer } from '#lib/server/worker/in-flight.ts';
import { json } from './answer.ts';

/**
 * All who were cut off by a restart ask again in the same second. Held equally long they would do so
 * together each time; let go a little early, each by chance, they are soon spread over all of it.
 */
const HELD_AT_LEAST = 0.6;

/** Who may ask for it, and how. */
export const tryOnStatusRoute = {
  auth: 'person',
  params: tryOnParams,
  query: tryOnStatusQuery,
} as const;

interface StatusQuery {
  since?: number;
  wait?: number;
}

interface Asking {
  /** With the ETag that she has. */
  headers: Headers;
  /** Aborted when she has gone. */
  signal: AbortSignal;
  afterAnswer: AfterAnswer;
}

/**
 * The status of a try-on, with an ETag of its version. With `since` and `wait` the answer is held
 * until there is something newer; after the wait it is 304 to whoever sent the ETag, and otherwise
 * the same view again.
 *
 * @throws AppError not_found, also for somebody else's.
 */
export const tryOnStatusResponse = (
  actor: Actor,
  id: string,
  query: StatusQuery,
  asking: Asking,
): Promise<Response> => trackAnswer(answer(actor, id, query, asking));

async function answer(
  actor: Actor,
  id: string,
  query: StatusQuery,
  asking: Asking,
): Promise<Response> {
  const { headers, signal, afterAnswer } = asking;
  const known = headers.get('if-none-match');
  const longestMs = Math.min(query.wait ?? 0, env().LONG_POLL_SECONDS) * 1000;
  const waitMs = longestMs * (HELD_AT_LEAST + (1 - HELD_AT_LEAST) * Math.random());
  const hold = query.since === undefined ? undefined : { since: query.since, waitMs, signal };
  const { view: tryOn, due } = await getTryOn(actor, id, hold);
  if (!tryOn) {
    const etag = etagOf(id, query.since ?? 0);
    // The next look rings where it is due.
    if (known !== etag && !signal.aborted) return answer(actor, id, {}, asking);
    if (due) afterAnswer(() => advanceTryOn(id));
    return notModified(etag);
  }
  if (due) afterAnswer(() => advanceTryOn(id));
  const etag = etagOf(id, tryOn.version);
  if (known === etag) return notModified(etag);
  return json(tryOn, { headers: { etag, 'cache-control': CACHE_CONTROL } });
}

/** `no-transform`: it fits two packets as it is, and packing it was a tenth of what an answer costs. */
const CACHE_CONTROL = 'private, no-cache, no-transform';

/** Weak: the expected time and the place in the queue may differ between two with one version. */
const etagOf = (id: string, version: number) => `W/"${id}.${version}"`;

const notModified = (etag: string) =>
  new Response(null, { status: 304, headers: { etag, 'cache-control': CACHE_CONTROL } });
