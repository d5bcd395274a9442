import 'server-only';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { mailAccountNoticeTask } from '#lib/server/background/mail-account.ts';
import type { Db } from '#lib/server/db.ts';
import { mailIsConfigured } from '#lib/server/mail/send-mail.ts';
import { dropTokensOf } from '#lib/server/repositories/account-tokens.ts';
import { writePassword } from '#lib/server/repositories/credentials.ts';
import { endSessions } from '#lib/server/repositories/users.ts';

/** A new password ends all sessions and all links, and is told to the person. @returns the new count. */
export async function replacePassword(
  tx: Db,
  { userId, email, passwordHash }: { userId: string; email: string | null; passwordHash: string },
): Promise<number> {
  await writePassword(tx, userId, passwordHash);
  await dropTokensOf(tx, userId);
  if (email && mailIsConfigured()) {
    await enqueue(tx, mailAccountNoticeTask, { about: 'password', to: email });
  }
  return endSessions(tx, userId);
}
