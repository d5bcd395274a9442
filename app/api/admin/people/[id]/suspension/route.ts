import { personParams, suspensionBody } from '#lib/contracts/people.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { getPerson } from '#lib/server/use-cases/get-person.ts';
import { liftSuspension } from '#lib/server/use-cases/lift-suspension.ts';
import { suspendPerson } from '#lib/server/use-cases/suspend-person.ts';

export const PUT = defineRoute({
  auth: 'admin',
  params: personParams,
  body: suspensionBody,
  handle: async ({ actor, params, body }) => {
    await suspendPerson(actor, params.id, body.reason);
    return getPerson(actor, params.id);
  },
});

export const DELETE = defineRoute({
  auth: 'admin',
  params: personParams,
  handle: async ({ actor, params }) => {
    await liftSuspension(actor, params.id);
    return getPerson(actor, params.id);
  },
});
