import 'server-only';
import { takeMail } from '#lib/server/auth/mail-limits.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { mailAccountLinkTask } from '#lib/server/background/mail-account.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { mailIsConfigured } from '#lib/server/mail/send-mail.ts';
import { addToken } from '#lib/server/repositories/account-tokens.ts';
import { transact } from '#lib/server/transact.ts';
import { accountRefusals } from '#lib/words/account-room.ts';

const VALID_MS = 60 * 60_000;

/**
 * Asks for a link to set a new password. Whether the address has an account is looked at when the mail is
 * written, so neither the answer nor its time tells.
 *
 * @throws AppError rate_limited; not_found where no mail is sent
 */
export async function askPasswordReset(
  email: string,
  address: string,
  now = new Date(),
): Promise<void> {
  if (!mailIsConfigured()) throw new AppError('not_found', accountRefusals.noMail);
  await takeMail('reset', email, address);
  await transact(async (tx) => {
    const expiresAt = new Date(now.getTime() + VALID_MS);
    const tokenId = await addToken(tx, { kind: 'reset', email, expiresAt });
    await enqueue(tx, mailAccountLinkTask, { tokenId });
  });
}
