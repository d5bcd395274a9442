import { startSession } from '#lib/server/auth/current-actor.ts';
import { currentVisitor, forgetVisitor } from '#lib/server/auth/current-visitor.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { startGuest } from '#lib/server/use-cases/start-guest.ts';

export const POST = defineRoute({
  auth: 'public',
  rate: { name: 'guest', points: 200, perSeconds: 3600 },
  handle: async ({ actor }) => {
    const guest = await startGuest(actor, (await currentVisitor())?.id);
    if (!actor) {
      await startSession({ userId: guest.userId, epoch: 0 });
      await forgetVisitor();
    }
    return guest;
  },
});
