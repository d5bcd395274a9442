import { memberParams, memberRoleBody } from '#lib/contracts/team.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { removeMember } from '#lib/server/use-cases/remove-member.ts';
import { setMemberRole } from '#lib/server/use-cases/set-member-role.ts';

export const PATCH = defineRoute({
  auth: 'merchant',
  params: memberParams,
  body: memberRoleBody,
  handle: ({ actor, params, body }) => setMemberRole(actor, params.shop, params.userId, body.role),
});

export const DELETE = defineRoute({
  auth: 'merchant',
  params: memberParams,
  handle: async ({ actor, params }) => {
    await removeMember(actor, params.shop, params.userId);
    return new Response(null, { status: 204 });
  },
});
