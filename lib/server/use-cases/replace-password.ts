import 'server-only';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { mailAccountNoticeTask } from '#lib/server/background/mail-account.ts';
import type { Db } from '#lib/server/db.ts';
import { mailIsConfigured } from '#lib/server/mail/send-mail.ts';
import { dropTokensOf } from '#lib/server/repositories/account-tokens.ts';
import { writePassword } from '#lib/server/repositories/credentials.ts';

/** A new password ends all links and is told to the person. Sessions are for whoever sets it to end. */
export async function replacePassword(
  tx: Db,
  { userId, email, passwordHash }: { userId: string; email: string | null; passwordHash: string },
): Promise<void> {
  await writePassword(tx, userId, passwordHash);
  await dropTokensOf(tx, userId);
  if (email && mailIsConfigured()) {
    await enqueue(tx, mailAccountNoticeTask, { about: 'password', to: email });
  }
}
