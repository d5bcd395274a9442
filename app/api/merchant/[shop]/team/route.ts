import { shopParams } from '#lib/contracts/garment.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { listTeam } from '#lib/server/use-cases/list-team.ts';

export const GET = defineRoute({
  auth: 'merchant',
  params: shopParams,
  handle: ({ actor, params }) => listTeam(actor, params.shop),
});
