import { renameViewBody, viewParams } from '#lib/contracts/review.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { removeView } from '#lib/server/use-cases/remove-view.ts';
import { renameView } from '#lib/server/use-cases/rename-view.ts';

export const PATCH = defineRoute({
  auth: 'admin',
  params: viewParams,
  body: renameViewBody,
  handle: ({ actor, params, body }) => renameView(actor, params.id, body.name),
});

export const DELETE = defineRoute({
  auth: 'admin',
  params: viewParams,
  handle: ({ actor, params }) => removeView(actor, params.id),
});
