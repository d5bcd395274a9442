import 'server-only';
import type { AlertMessage } from '#lib/contracts/alerts.ts';
import { db } from '#lib/server/db.ts';
import { alertMail } from '#lib/server/mail/alert.ts';
import { sendMail } from '#lib/server/mail/send-mail.ts';
import { alertLink } from '#lib/server/operations/alert-link.ts';
import { findAlertSettings } from '#lib/server/repositories/ops-alert-settings.ts';

/** Writes to one recipient of the alerts, unless the address was taken out meanwhile. */
export async function mailAlert(to: string, alert: Omit<AlertMessage, 'link'>): Promise<void> {
  const { recipients } = await findAlertSettings(db());
  if (!recipients.includes(to)) return;
  await sendMail({ to, ...alertMail({ ...alert, link: alertLink() }) });
}
