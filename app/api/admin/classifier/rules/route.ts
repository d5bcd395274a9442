import { makeRuleBody } from '#lib/contracts/classifier.ts';
import { json } from '#lib/server/http/answer.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { makeTextRule } from '#lib/server/use-cases/make-text-rule.ts';

export const POST = defineRoute({
  auth: 'admin',
  body: makeRuleBody,
  handle: async ({ actor, body }) => json(await makeTextRule(actor, body), { status: 201 }),
});
