import 'server-only';
import { AppError } from '#lib/server/http/app-error.ts';
import {
  type AppealAnswer,
  answerAppeal,
  takeAnswerBack,
  tellWatchers,
} from '#lib/server/repositories/appeals.ts';
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
    const { id: retryId } = await repeatTryOn(tx, of.tryOnId, {}, now);
    await answer(deciding, { state: 'OVERTURNED', answer: reason, retryId });
    return {
      change: { ...resolved(deciding, 'appeal_overturned'), appeal: 'OVERTURNED' },
      before: { retryId },
      retryId,
    };
  },
  async undo(deciding, { retryId }) {
    await callOffRetry(deciding, String(retryId));
    await takeBack(deciding);
  },
};

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
