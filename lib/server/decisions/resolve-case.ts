import 'server-only';
import { AppError } from '#lib/server/http/app-error.ts';
import { createNote, deleteNote } from '#lib/server/repositories/case-decisions.ts';
import { type Decision, refuseUnanswered, resolved } from './decision.ts';

export const resolveCase: Decision<'resolve'> = {
  async decide(deciding, { resolution, note }) {
    const { tx, of, actorId } = deciding;
    if (of.status === 'RESOLVED') throw new AppError('conflict', 'This case is resolved already.');
    refuseUnanswered(deciding);
    const noteId = note && (await createNote(tx, { caseId: of.id, authorId: actorId, text: note }));
    return {
      change: resolved(deciding, resolution),
      ...(noteId ? { before: { noteId } } : {}),
    };
  },
  async undo({ tx, of }, { noteId }) {
    if (noteId) await deleteNote(tx, { id: String(noteId), caseId: of.id });
  },
};

export const reopenCase: Decision<'reopen'> = {
  async decide({ of }) {
    if (of.status === 'OPEN') throw new AppError('conflict', 'This case is open already.');
    return {
      change: { status: 'OPEN', resolution: null, resolvedById: null, resolvedAt: null },
    };
  },
};
