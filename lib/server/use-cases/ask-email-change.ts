import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { takeMail } from '#lib/server/auth/mail-limits.ts';
import { type Proof, proveAgain } from '#lib/server/auth/prove-again.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { mailAccountLinkTask } from '#lib/server/background/mail-account.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { mailIsConfigured } from '#lib/server/mail/send-mail.ts';
import { addToken } from '#lib/server/repositories/account-tokens.ts';
import { transact } from '#lib/server/transact.ts';
import { accountRefusals } from '#lib/words/account-room.ts';
import { holdOpenAccount } from './hold-open-account.ts';

const VALID_MS = 24 * 60 * 60_000;

/**
 * Asks for a link to a new address, which makes it the account's. Whether it has an account of its own is
 * told to nobody but its owner.
 *
 * @throws AppError forbidden, wrong_credentials, invalid_input, rate_limited; not_found without mail
 */
export async function askEmailChange(
  actor: Actor,
  email: string,
  proof: Proof,
  /** Where it is asked from. */
  address: string,
  now = new Date(),
): Promise<void> {
  if (!mailIsConfigured()) throw new AppError('not_found', accountRefusals.noMail);
  await proveAgain(actor, proof);
  if (email === actor.email) {
    const text = accountRefusals.sameEmail;
    throw new AppError('invalid_input', text, { fields: { email: text } });
  }
  await takeMail('email', email, address);
  const { userId } = actor;
  await transact(async (tx) => {
    await holdOpenAccount(tx, userId);
    const expiresAt = new Date(now.getTime() + VALID_MS);
    const tokenId = await addToken(tx, { kind: 'email', email, userId, expiresAt });
    await enqueue(tx, mailAccountLinkTask, { tokenId });
  });
}
