import 'server-only';
import type { SavedViews } from '#lib/contracts/review.ts';
import { readCaseQuery, writeCaseQuery } from '#lib/domain/case-query.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { addView, countViews, listViews } from '#lib/server/repositories/saved-views.ts';
import { transact } from '#lib/server/transact.ts';
import { holdOpenAccount } from './hold-open-account.ts';

const MOST_VIEWS = 30;

/**
 * Keeps a question to the queue under a name, for this admin alone.
 *
 * @throws AppError forbidden; conflict for a name that is taken, or one view too many
 */
export async function saveView(
  actor: Actor,
  { name, query }: { name: string; query: string },
): Promise<SavedViews> {
  assertAdmin(actor);
  const { userId } = actor;
  const written = writeCaseQuery(readCaseQuery(Object.fromEntries(new URLSearchParams(query))));
  return transact(async (tx) => {
    await holdOpenAccount(tx, userId);
    const { count, named } = await countViews(tx, userId, name);
    if (named) throw new AppError('conflict', `You have a view “${name}” already.`);
    if (count >= MOST_VIEWS) {
      throw new AppError('conflict', `You have ${MOST_VIEWS} views: remove one first.`);
    }
    const id = await addView(tx, { userId, name, query: written });
    const entry = { actorId: userId, subjectType: 'saved-view', subjectId: id } as const;
    await recordAudit(tx, { ...entry, action: 'view.saved' });
    return listViews(tx, userId);
  });
}
