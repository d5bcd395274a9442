import 'server-only';
import { forbidsOverturn, whyNoRetry } from '#lib/domain/retry-refusal.ts';
import type { Db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import {
  type AppealAnswer,
  answerAppeal,
  takeAnswerBack,
  tellWatchers,
} from '#lib/server/repositories/appeals.ts';
import { findTryOnToRepeat } from '#lib/server/repositories/try-on-retries.ts';
import { repeatTryOn } from '#lib/server/use-cases/repeat-try-on.ts';
import { type Deciding, type Decision, resolved } from './decision.ts';
import { callOffRetry } from './retry-case.ts';

export const upholdBlock: Decision<'uphold'> = {
  async decide(deciding, { reason }) {
    await answer(deciding, { state: 'UPHELD', answer: reason, retryId: null });
    return { change: { ...resolved(deciding, 'appeal_upheld'), appeal: 'UPHELD' } };
  },
  undo: takeBack,
};

export const overturnBlock: Decision<'overturn'> = {
  async decide(deciding, { reason }) {
    const { tx, of, now } = deciding;
    if (of.appeal !== 'OPEN') throw noAppeal();
    const retryId = await repeatIfPossible(tx, of.tryOnId, now);
    await answer(deciding, { state: 'OVERTURNED', answer: reason, retryId });
    return {
      change: { ...resolved(deciding, 'appeal_overturned'), appeal: 'OVERTURNED' },
      ...(retryId ? { before: { retryId }, retryId } : {}),
    };
  },
  async undo(deciding, { retryId }) {
    if (retryId) await callOffRetry(deciding, String(retryId));
    await takeBack(deciding);
  },
};

/**
 * A shopper who was right hears so, also where there is nothing left to try again with.
 *
 * @throws AppError conflict when there is nothing that was blocked
 */
async function repeatIfPossible(tx: Db, tryOnId: string, now: Date): Promise<string | null> {
  const tryOn = await findTryOnToRepeat(tx, tryOnId);
  const refusal = tryOn && whyNoRetry(tryOn);
  if (refusal && !forbidsOverturn(refusal)) return null;
  return (await repeatTryOn(tx, tryOnId, {}, now)).id;
}

async function answer(
  { tx, of, actorId, now }: Deciding,
  words: Omit<AppealAnswer, 'answeredById'>,
): Promise<void> {
  const answered = await answerAppeal(tx, of.tryOnId, { ...words, answeredById: actorId }, now);
  if (!answered) throw noAppeal();
  await tellWatchers(tx, of.tryOnId, 'appeal-answered');
}

async function takeBack({ tx, of }: Deciding): Promise<void> {
  if (!(await takeAnswerBack(tx, of.tryOnId))) {
    throw new AppError('conflict', 'The shopper has deleted the appeal, so its answer stays.');
  }
  await tellWatchers(tx, of.tryOnId, 'appeal-reopened');
}

const noAppeal = () => new AppError('conflict', 'There is no appeal that waits for an answer.');
