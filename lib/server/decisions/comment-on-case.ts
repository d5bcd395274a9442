import 'server-only';
import { createNote, deleteNote } from '#lib/server/repositories/case-decisions.ts';
import type { Decision } from './decision.ts';

export const commentOnCase: Decision<'comment'> = {
  async decide({ tx, of, actorId }, { text }) {
    return { before: { noteId: await createNote(tx, { caseId: of.id, authorId: actorId, text }) } };
  },
  async undo({ tx, of }, { noteId }) {
    await deleteNote(tx, { id: String(noteId), caseId: of.id });
  },
};
