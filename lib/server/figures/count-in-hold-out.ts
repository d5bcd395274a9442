import 'server-only';
import type { VisitStep } from '#lib/domain/figures.ts';
import { armOf } from '#lib/domain/hold-out.ts';
import type { Visitor } from '#lib/server/auth/visitor.ts';
import type { Db } from '#lib/server/db.ts';
import {
  enrolInHoldOut,
  findRunningHoldOuts,
  listShopsTried,
  noteInHoldOut,
} from '#lib/server/repositories/hold-outs.ts';
import { holdOutDraw, holdOutName } from './keyed-hash.ts';

/**
 * Counts a shopper in the shop's experiment, if one is running: with the first garment that she looks at,
 * then what she puts into the bag and orders, each once. She comes in only without an account and before
 * her first try-on of the shop, since others cannot be kept from what they know; once in it she stays,
 * whatever she does next, or the two arms would no longer be alike.
 */
export async function countInHoldOut(
  tx: Db,
  visitor: Visitor,
  shopId: string,
  step: VisitStep,
): Promise<void> {
  if (step !== 'view' && step !== 'bag' && step !== 'order') return;
  const [holdOut] = await findRunningHoldOuts(tx, { shopId });
  if (!holdOut) return;
  const { id: holdOutId, percent, startedAt } = holdOut;
  const name = { holdOutId, visitor: holdOutName(visitor.id, holdOutId) };
  if (step !== 'view') return noteInHoldOut(tx, name, step === 'bag' ? 'bagged' : 'ordered');
  if (visitor.hasAccount) return;
  // Those since then are of the experiment itself, and in one arm only.
  const tried = await listShopsTried(tx, visitor.id, [shopId], startedAt);
  if (tried.size > 0) return;
  const arm = armOf(holdOutDraw(visitor.id, holdOutId), percent);
  await enrolInHoldOut(tx, { ...name, arm });
}
