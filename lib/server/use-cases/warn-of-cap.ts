import 'server-only';
import { markReached, monthName, monthOf, type ShopCaps } from '#lib/domain/shop-caps.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { mailCapNoticeTask } from '#lib/server/background/mail-cap-notice.ts';
import type { Db } from '#lib/server/db.ts';
import { mailIsConfigured } from '#lib/server/mail/send-mail.ts';
import { listOwnerIds, noteCapMark } from '#lib/server/repositories/shop-caps.ts';

/**
 * Has a shop's owners written to when a month's cap is nearly or wholly used: once for each mark and
 * month, however often it is passed. Without a mail server nothing is noted, and nobody is told that
 * there was a mail.
 */
export async function warnOfCap(
  tx: Db,
  shopId: string,
  { monthlyTryOns }: ShopCaps,
  used: number,
  now: Date,
): Promise<void> {
  const percent = markReached(used, monthlyTryOns);
  if (!percent || !mailIsConfigured()) return;
  const month = monthName(monthOf(now));
  if (!(await noteCapMark(tx, shopId, month, percent))) return;
  for (const userId of await listOwnerIds(tx, shopId)) {
    await enqueue(tx, mailCapNoticeTask, { shopId, userId, month, percent, used });
  }
}
