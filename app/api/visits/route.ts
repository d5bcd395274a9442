import { visitBody } from '#lib/contracts/figures.ts';
import { currentVisitor } from '#lib/server/auth/current-visitor.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { recordVisit } from '#lib/server/use-cases/record-visit.ts';

export const POST = defineRoute({
  auth: 'public',
  body: visitBody,
  rate: { name: 'visit', points: 600, perSeconds: 60 },
  handle: async ({ body }) => {
    await recordVisit(await currentVisitor(), body);
    return new Response(null, { status: 204 });
  },
});
