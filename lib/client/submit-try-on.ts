import type { SubmitTryOnBody, TryOnView } from '#lib/contracts/try-on.ts';
import { fetchJson, jsonBody } from './fetch-json.ts';
import { newIdempotencyKey } from './idempotency-key.ts';
import { keepTrying } from './keep-trying.ts';
import { tryOnContract } from './try-on-contract.ts';

/** One wish of the person, however often it has to be sent: the key makes the server see it once. */
export interface TryOnIntent {
  idempotencyKey: string;
  body: SubmitTryOnBody;
}

export function newIntent(body: SubmitTryOnBody): TryOnIntent {
  return { idempotencyKey: newIdempotencyKey(), body };
}

/**
 * Submits until there is an answer; a lost one is asked for again under the same key.
 *
 * @throws ProblemError when the server refuses.
 */
export function submitTryOn(
  { idempotencyKey, body }: TryOnIntent,
  options: { signal?: AbortSignal; onTrouble?: (inTrouble: boolean) => void } = {},
): Promise<TryOnView> {
  return keepTrying(
    () =>
      fetchJson('/api/try-ons', tryOnContract, {
        ...jsonBody(body, { 'idempotency-key': idempotencyKey }),
        signal: options.signal,
      }),
    options,
  );
}
