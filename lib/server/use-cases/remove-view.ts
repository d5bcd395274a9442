import 'server-only';
import type { SavedViews } from '#lib/contracts/review.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { listViews, removeView as removeOwn } from '#lib/server/repositories/saved-views.ts';
import { transact } from '#lib/server/transact.ts';

/** @throws AppError forbidden, not_found */
export async function removeView(actor: Actor, id: string): Promise<SavedViews> {
  assertAdmin(actor);
  const { userId } = actor;
  return transact(async (tx) => {
    if (!(await removeOwn(tx, userId, id))) throw new AppError('not_found');
    const entry = { actorId: userId, subjectType: 'saved-view', subjectId: id } as const;
    await recordAudit(tx, { ...entry, action: 'view.removed' });
    return listViews(tx, userId);
  });
}
