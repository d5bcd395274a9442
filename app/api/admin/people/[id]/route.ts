import { personParams } from '#lib/contracts/people.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { getPerson } from '#lib/server/use-cases/get-person.ts';

export const GET = defineRoute({
  auth: 'admin',
  params: personParams,
  handle: ({ actor, params }) => getPerson(actor, params.id),
});
