import 'server-only';
import { db } from '#lib/server/db.ts';
import { log } from '#lib/server/log.ts';
import { readTogether } from '#lib/server/read-together.ts';
import { findSessionUsers, noteVisit } from '#lib/server/repositories/users.ts';
import type { Actor } from './actor.ts';
import type { NewSession, Session } from './session-cookie.ts';
import { asksNotToBeCounted } from './visitor-cookie.ts';

/** Sees to work that the answer does not wait for, once it is out. */
export type AfterAnswer = (work: () => Promise<void>) => void;

const SEEN_TO_WITHIN_MS = 60 * 60_000;

const sessionUser = readTogether((sessions: NewSession[]) => findSessionUsers(db(), sessions));

/** Whose session it is, read anew each time; null when it is worth nothing any more. */
export async function actorOf(
  session: Session | null,
  headers: Headers,
  afterAnswer: AfterAnswer,
): Promise<Actor | null> {
  const found = session && (await sessionUser(session));
  if (!found) return null;
  const { actor, seenAt } = found;
  if (actor.isGuest) keepSeen(actor.userId, seenAt, afterAnswer);
  return asksNotToBeCounted(headers) ? { ...actor, uncounted: true } : actor;
}

/** What a guest has is kept for some days after the last visit. The answer does not wait for the note. */
function keepSeen(userId: string, seenAt: Date, afterAnswer: AfterAnswer): void {
  const now = new Date();
  if (now.getTime() - seenAt.getTime() < SEEN_TO_WITHIN_MS) return;
  afterAnswer(async () => {
    try {
      await noteVisit(db(), userId, now);
    } catch {
      log.warn('a guest’s visit was not noted');
    }
  });
}
