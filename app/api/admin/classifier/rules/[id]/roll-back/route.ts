import { ruleParams } from '#lib/contracts/classifier.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { rollBackTextRule } from '#lib/server/use-cases/roll-back-text-rule.ts';

export const POST = defineRoute({
  auth: 'admin',
  params: ruleParams,
  handle: ({ actor, params }) => rollBackTextRule(actor, params.id),
});
