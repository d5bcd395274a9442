import 'server-only';
import type { Db } from '#lib/server/db.ts';

/** Removes links of mails and to looks that open nothing any more. */
export async function removeOverLinks(db: Db, now: Date): Promise<void> {
  const over = { where: { expiresAt: { lt: now } } };
  await db.accountToken.deleteMany(over);
  await db.shareLink.deleteMany(over);
}
