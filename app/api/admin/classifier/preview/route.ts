import { rulePreviewBody } from '#lib/contracts/classifier.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { previewTextRule } from '#lib/server/use-cases/preview-text-rule.ts';

export const POST = defineRoute({
  auth: 'admin',
  body: rulePreviewBody,
  handle: ({ actor, body }) => previewTextRule(actor, body),
});
