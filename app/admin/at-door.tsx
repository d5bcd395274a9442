import 'server-only';
import { redirect } from 'next/navigation';
import type { ReactNode } from 'react';
import { NotForYou } from '#components/account/not-for-you.tsx';
import { type Actor, currentActor } from '#lib/server/auth/current-actor.ts';

/**
 * Who is at the door of the review console. Nobody and guests are sent to sign in first; whoever is
 * no admin is shown out by the page that stands in `refusal`.
 *
 * @param path where to come back to, with its query.
 */
export async function adminAtDoor(
  path: string,
): Promise<{ actor: Actor; refusal: null } | { actor: null; refusal: ReactNode }> {
  const actor = await currentActor();
  if (!actor || actor.isGuest) redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
  if (actor.role === 'ADMIN') return { actor, refusal: null };
  return { actor: null, refusal: <NotForYou room="review" email={actor.email} /> };
}
