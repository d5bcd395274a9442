import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import type { NewSession, Session } from '#lib/server/auth/session-cookie.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { mailAccountNoticeTask } from '#lib/server/background/mail-account.ts';
import { db } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { dropTokensOf, findToken, takeToken } from '#lib/server/repositories/account-tokens.ts';
import { lockOpenAccount } from '#lib/server/repositories/closed-accounts.ts';
import { writeEmail } from '#lib/server/repositories/credentials.ts';
import { endSessionsSince } from '#lib/server/repositories/users.ts';
import { transact } from '#lib/server/transact.ts';
import { accountRefusals } from '#lib/words/account-room.ts';

/**
 * Makes a new address the account's. It takes the link and the session: a link that went to a mistyped
 * address gives its reader nothing.
 *
 * @returns a session for this browser; all others are over.
 * @throws AppError not_found for a link that is over; forbidden in another account; unauthenticated; email_taken
 */
export async function confirmEmail(
  actor: Actor,
  session: Session | null,
  token: string,
  now = new Date(),
): Promise<NewSession> {
  const row = await findToken(db(), 'email', token, now);
  if (!row) throw new AppError('not_found', accountRefusals.linkOver);
  const { userId, email: former } = actor;
  if (row.userId !== userId) throw new AppError('forbidden', accountRefusals.otherAccount);
  try {
    return await transact(async (tx) => {
      // The person before the link, as a closing does.
      if (!(await lockOpenAccount(tx, userId))) {
        throw new AppError('not_found', accountRefusals.linkOver);
      }
      // Whoever ended all sessions meanwhile has ended this one.
      const epoch = session && (await endSessionsSince(tx, session));
      if (!epoch) throw new AppError('unauthenticated');
      if (!(await takeToken(tx, row.id))) {
        throw new AppError('not_found', accountRefusals.linkOver);
      }
      await writeEmail(tx, userId, row.email, now);
      await dropTokensOf(tx, userId);
      if (former) await enqueue(tx, mailAccountNoticeTask, { about: 'email', to: former });
      return { userId, epoch };
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      throw new AppError('email_taken');
    }
    throw error;
  }
}
