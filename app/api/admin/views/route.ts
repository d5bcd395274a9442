import { saveViewBody } from '#lib/contracts/review.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { listViews } from '#lib/server/use-cases/list-views.ts';
import { saveView } from '#lib/server/use-cases/save-view.ts';

export const GET = defineRoute({
  auth: 'admin',
  handle: ({ actor }) => listViews(actor),
});

export const POST = defineRoute({
  auth: 'admin',
  body: saveViewBody,
  handle: async ({ actor, body }) => json(await saveView(actor, body), { status: 201 }),
});
