import 'server-only';
import type { SegmindContext } from './context.ts';
import { toUnavailable, type Unavailable } from './unavailable.ts';
import { readFigure, readJsonObject } from './wire.ts';

export type CreditsOutcome = { kind: 'known'; credits: number } | Unavailable;

/**
 * `GET /v1/get-user-credits`: the balance of the account, free of charge. The shape of the answer is
 * not documented; a figure under one of the names that the API uses elsewhere is taken.
 */
export async function fetchCredits(context: SegmindContext): Promise<CreditsOutcome> {
  const answer = await context.call({ method: 'GET', path: '/v1/get-user-credits' });
  if (answer.kind === 'answered' && answer.status === 200 && answer.cut === undefined) {
    const body = readJsonObject(answer.body);
    for (const value of [body?.credits, body?.remaining_credits, body?.balance]) {
      const credits = readFigure(value);
      if (credits !== undefined) return { kind: 'known', credits };
    }
  }
  return toUnavailable(context, answer);
}
