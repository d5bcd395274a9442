import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import type { Actor } from './actor.ts';
import { currentActor } from './current-actor.ts';
import { asksNotToBeCounted, VISITOR_COOKIE } from './visitor-cookie.ts';

/** Somebody who looks around, as figures and hold-outs know her. */
export interface Visitor {
  /** Of the user, where there is one; a guest takes over the id that she had as a mere visitor. */
  id: string;
  hasAccount: boolean;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who looks on; null for whoever asks not to be counted, or keeps no cookies. */
export const currentVisitor = cache(async (): Promise<Visitor | null> => {
  const actor = await currentActor();
  if (actor) return visitorOf(actor);
  if (asksNotToBeCounted(await headers())) return null;
  const id = (await cookies()).get(VISITOR_COOKIE)?.value;
  return id && uuid.test(id) ? { id, hasAccount: false } : null;
});

export const visitorOf = ({ userId, isGuest, uncounted }: Actor): Visitor | null =>
  uncounted ? null : { id: userId, hasAccount: !isGuest };

/** Only in route handlers. The session stands for her from now on. */
export async function forgetVisitor(): Promise<void> {
  (await cookies()).delete(VISITOR_COOKIE);
}
