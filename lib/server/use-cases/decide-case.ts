import 'server-only';
import type { DecisionAnswer, DecisionBody } from '#lib/contracts/case-decision.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { carryOut } from '#lib/server/decisions/carry-out.ts';
import { holdCase } from '#lib/server/decisions/hold-case.ts';
import { transact } from '#lib/server/transact.ts';

/**
 * Decides on the case of a try-on, if it is still the one that was read.
 *
 * @throws AppError forbidden, not_found, conflict
 */
export async function decideCase(
  actor: Actor,
  tryOnId: string,
  body: DecisionBody,
  now = new Date(),
): Promise<DecisionAnswer> {
  assertAdmin(actor);
  return transact(async (tx) => {
    const of = await holdCase(tx, tryOnId, body.version);
    return carryOut({ tx, of, actorId: actor.userId, now }, body);
  });
}
