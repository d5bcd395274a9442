import 'server-only';
import type { WarnAt } from '#lib/domain/shop-caps.ts';
import { db } from '#lib/server/db.ts';
import { publicUrl } from '#lib/server/http/public-url.ts';
import { capNoticeMail } from '#lib/server/mail/cap-notice.ts';
import { sendMail } from '#lib/server/mail/send-mail.ts';
import { findOwnerToWriteTo } from '#lib/server/repositories/shop-caps.ts';

/** Writes to one owner, unless the cap or the owner is gone meanwhile. */
export async function mailCapNotice({
  shopId,
  userId,
  month,
  percent,
  used,
}: {
  shopId: string;
  userId: string;
  month: string;
  percent: WarnAt;
  used: number;
}): Promise<void> {
  const owner = await findOwnerToWriteTo(db(), shopId, userId);
  if (!owner?.shop.monthlyTryOns) return;
  const { slug, name, monthlyTryOns: cap } = owner.shop;
  const room = publicUrl(`/merchant/${slug}/spend`);
  await sendMail({
    to: owner.email,
    ...capNoticeMail({ shop: name, month, percent, used, cap, room }),
  });
}
