import 'server-only';
import type { AppealState } from '#lib/domain/review-case.ts';
import type { Db } from '#lib/server/db.ts';
import { announceTryOnChange } from './try-on-changes.ts';
import { recordEvent } from './try-on-moves.ts';

/** Objections to blocks, and their answers. A try-on has one at most. */

/** False when there is one already. */
export async function createAppeal(
  tx: Db,
  appeal: { tryOnId: string; text: string; createdAt: Date },
): Promise<boolean> {
  return (await tx.appeal.createMany({ data: appeal, skipDuplicates: true })).count === 1;
}

export interface AppealAnswer {
  state: Exclude<AppealState, 'OPEN'>;
  answer: string;
  answeredById: string;
  retryId: string | null;
}

/** False when there is none that waits for an answer. */
export async function answerAppeal(
  tx: Db,
  tryOnId: string,
  answer: AppealAnswer,
  now: Date,
): Promise<boolean> {
  const { count } = await tx.appeal.updateMany({
    where: { tryOnId, state: 'OPEN' },
    data: { ...answer, answeredAt: now },
  });
  return count === 1;
}

/** False when the appeal is gone. */
export async function takeAnswerBack(tx: Db, tryOnId: string): Promise<boolean> {
  const { count } = await tx.appeal.updateMany({
    where: { tryOnId },
    data: { state: 'OPEN', answer: null, answeredById: null, answeredAt: null, retryId: null },
  });
  return count === 1;
}

/** Tells whoever follows a try-on that something else about it has changed than its state. */
export async function tellWatchers(
  tx: Db,
  tryOnId: string,
  kind: 'appealed' | 'appeal-answered' | 'appeal-reopened' | 'reported',
): Promise<void> {
  const { state, version } = await tx.tryOn.update({
    where: { id: tryOnId },
    data: { version: { increment: 1 } },
    select: { state: true, version: true },
  });
  await recordEvent(tx, tryOnId, version, kind, state);
  await announceTryOnChange(tx, tryOnId, version);
}
