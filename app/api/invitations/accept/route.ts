import { acceptBody } from '#lib/contracts/team.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { acceptInvitation } from '#lib/server/use-cases/accept-invitation.ts';

export const POST = defineRoute({
  auth: 'person',
  body: acceptBody,
  rate: { name: 'accept-invitation', points: 20, perSeconds: 3_600 },
  handle: ({ actor, body }) => acceptInvitation(actor, body.token),
});
