import { personParams, roleBody } from '#lib/contracts/people.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { getPerson } from '#lib/server/use-cases/get-person.ts';
import { setRole } from '#lib/server/use-cases/set-role.ts';

export const PUT = defineRoute({
  auth: 'admin',
  params: personParams,
  body: roleBody,
  handle: async ({ actor, params, body }) => {
    await setRole(actor, params.id, body.role);
    return getPerson(actor, params.id);
  },
});
