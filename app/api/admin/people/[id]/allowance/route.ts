import { personAllowanceBody, personParams } from '#lib/contracts/people.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { getPerson } from '#lib/server/use-cases/get-person.ts';
import { setPersonAllowance } from '#lib/server/use-cases/set-person-allowance.ts';

export const PUT = defineRoute({
  auth: 'admin',
  params: personParams,
  body: personAllowanceBody,
  handle: async ({ actor, params, body }) => {
    await setPersonAllowance(actor, params.id, body.dailyTryOns);
    return getPerson(actor, params.id);
  },
});
