import 'server-only';
import type { SavedViews } from '#lib/contracts/review.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { countViews, listViews, setViewName } from '#lib/server/repositories/saved-views.ts';
import { transact } from '#lib/server/transact.ts';
import { holdOpenAccount } from './hold-open-account.ts';

/** @throws AppError forbidden, not_found; conflict for a name that another view of hers has */
export async function renameView(actor: Actor, id: string, name: string): Promise<SavedViews> {
  assertAdmin(actor);
  const { userId } = actor;
  return transact(async (tx) => {
    await holdOpenAccount(tx, userId);
    const { named } = await countViews(tx, userId, name);
    if (named && named !== id) throw new AppError('conflict', `You have a view “${name}” already.`);
    if (!(await setViewName(tx, userId, id, name))) throw new AppError('not_found');
    const entry = { actorId: userId, subjectType: 'saved-view', subjectId: id } as const;
    await recordAudit(tx, { ...entry, action: 'view.renamed' });
    return listViews(tx, userId);
  });
}
