import 'server-only';
import type { RegisterBody } from '#lib/contracts/account.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { takeMail } from '#lib/server/auth/mail-limits.ts';
import { hashNewPassword } from '#lib/server/auth/new-password.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { mailAccountLinkTask } from '#lib/server/background/mail-account.ts';
import { giveBackPoint, type Limit, takePoint } from '#lib/server/http/rate-limit.ts';
import { mailIsConfigured } from '#lib/server/mail/send-mail.ts';
import { addToken } from '#lib/server/repositories/account-tokens.ts';
import type { NewlyMade } from '#lib/server/repositories/users.ts';
import { transact } from '#lib/server/transact.ts';
import { openAccount } from './open-account.ts';

const VALID_MS = 24 * 60 * 60_000;

/** Who finds out one after the other which addresses have an account comes to an end soon. */
const taken: Limit = { name: 'address-taken', points: 10, perSeconds: 3600 };

type Registered =
  | { kind: 'made'; made: NewlyMade }
  /** Whoever has the address is asked; nobody is told whether it has an account. */
  | { kind: 'mailed' };

/**
 * Asks for an account. Where mail is sent, it is made when the link in the mail is opened
 * (`confirm-account.ts`); elsewhere at once, and then an address that has one is refused.
 *
 * @param address where the request comes from. @throws AppError email_taken, invalid_input, rate_limited
 */
export async function registerAccount(
  actor: Actor | null,
  { password, name, email }: RegisterBody,
  address: string,
  now = new Date(),
): Promise<Registered> {
  const passwordHash = await hashNewPassword(password, { name, email });
  const guestId = actor?.isGuest ? actor.userId : null;
  if (!mailIsConfigured()) {
    await takePoint(taken, address);
    const made = await transact((tx) => openAccount(tx, guestId, { name, email, passwordHash }));
    await giveBackPoint(taken, address);
    return { kind: 'made', made };
  }
  await takeMail('register', email, address);
  await transact(async (tx) => {
    const tokenId = await addToken(tx, {
      kind: 'register',
      email,
      userId: guestId,
      account: { name, passwordHash },
      expiresAt: new Date(now.getTime() + VALID_MS),
    });
    await enqueue(tx, mailAccountLinkTask, { tokenId });
  });
  return { kind: 'mailed' };
}
