import { invitationParams } from '#lib/contracts/team.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { revokeInvitation } from '#lib/server/use-cases/revoke-invitation.ts';

export const DELETE = defineRoute({
  auth: 'merchant',
  params: invitationParams,
  handle: ({ actor, params }) => revokeInvitation(actor, params.shop, params.id),
});
