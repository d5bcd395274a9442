import 'server-only';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { changeCase, deleteNote, lockCase } from '#lib/server/repositories/case-decisions.ts';
import { refreshCaseSearch } from '#lib/server/repositories/review-cases.ts';
import { transact } from '#lib/server/transact.ts';

/** An admin takes a comment of her own away. @throws AppError forbidden, not_found */
export async function removeCaseNote(actor: Actor, tryOnId: string, noteId: string): Promise<void> {
  assertAdmin(actor);
  const actorId = actor.userId;
  await transact(async (tx) => {
    const of = await lockCase(tx, tryOnId);
    const gone = of && (await deleteNote(tx, { id: noteId, caseId: of.id, authorId: actorId }));
    if (!gone) throw new AppError('not_found');
    const version = await changeCase(tx, of.id, {});
    await recordAudit(tx, {
      actorId,
      action: 'case.note-removed',
      subjectType: 'try-on',
      subjectId: tryOnId,
      detail: { version },
    });
    await refreshCaseSearch(tx, [tryOnId]);
  });
}
