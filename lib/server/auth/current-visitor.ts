import 'server-only';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { currentActor } from './current-actor.ts';
import { type Visitor, visitorOf } from './visitor.ts';
import { asksNotToBeCounted, VISITOR_COOKIE } from './visitor-cookie.ts';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Who looks on; null for whoever asks not to be counted. Without cookies she is another on each page. */
export const currentVisitor = cache(async (): Promise<Visitor | null> => {
  const actor = await currentActor();
  if (actor) return visitorOf(actor);
  if (asksNotToBeCounted(await headers())) return null;
  const id = (await cookies()).get(VISITOR_COOKIE)?.value;
  return id && uuid.test(id) ? { id, hasAccount: false } : null;
});

/** Only in route handlers. The session stands for her from now on. */
export async function forgetVisitor(): Promise<void> {
  (await cookies()).delete(VISITOR_COOKIE);
}
