import { shopParams } from '#lib/contracts/garment.ts';
import { inviteBody } from '#lib/contracts/team.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { inviteMember } from '#lib/server/use-cases/invite-member.ts';

export const POST = defineRoute({
  auth: 'merchant',
  params: shopParams,
  body: inviteBody,
  rate: { name: 'invitations', points: 30, perSeconds: 3_600 },
  handle: async ({ actor, params, body }) =>
    json(await inviteMember(actor, params.shop, body), { status: 201 }),
});
