import 'server-only';
import { decisionDone, isDecisionKind } from '#lib/domain/case-decision.ts';
import type { Db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import {
  type CaseInHand,
  findWhoChanged,
  lockCase,
} from '#lib/server/repositories/case-decisions.ts';

/**
 * Holds a case to the end of the transaction, if it is still the one that was read.
 *
 * @throws AppError not_found, or conflict with who was first and what they did
 */
export async function holdCase(tx: Db, tryOnId: string, version: number): Promise<CaseInHand> {
  const of = await lockCase(tx, tryOnId);
  if (!of) throw new AppError('not_found');
  if (of.version !== version) throw new AppError('conflict', await whoWasFirst(tx, of));
  return of;
}

const clock = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium', timeZone: 'UTC' });

async function whoWasFirst(tx: Db, of: CaseInHand): Promise<string> {
  const first = await findWhoChanged(tx, of);
  if (!first) {
    return 'The shopper or the machine has brought something new to this case meanwhile. It is shown as it is now.';
  }
  const did = whatWasDone(first.action.replace(/^case\./u, ''));
  return `${first.name} ${did} at ${clock.format(first.at)} UTC, so yours was not written. The case is shown as it is now.`;
}

function whatWasDone(word: string): string {
  if (isDecisionKind(word)) return decisionDone[word];
  return word === 'undo' ? 'took a decision back' : 'changed it';
}
