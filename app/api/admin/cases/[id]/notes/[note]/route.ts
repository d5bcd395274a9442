import { noteParams } from '#lib/contracts/case-decision.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { removeCaseNote } from '#lib/server/use-cases/remove-case-note.ts';

export const DELETE = defineRoute({
  auth: 'admin',
  params: noteParams,
  handle: async ({ actor, params }) => {
    await removeCaseNote(actor, params.id, params.note);
    return new Response(null, { status: 204 });
  },
});
