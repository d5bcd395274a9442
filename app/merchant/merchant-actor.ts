import 'server-only';
import { redirect } from 'next/navigation';
import { type Actor, currentActor } from '#lib/server/auth/current-actor.ts';

/**
 * Who is at the door of the back office. Nobody and guests are sent to sign in first.
 *
 * @param path where to come back to.
 */
export async function merchantAtDoor(path: string): Promise<{ actor: Actor; welcome: boolean }> {
  const actor = await currentActor();
  if (!actor || actor.isGuest) redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  return { actor, welcome: actor.role === 'MERCHANT' };
}
