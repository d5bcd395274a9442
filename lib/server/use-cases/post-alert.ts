import 'server-only';
import type { AlertMessage } from '#lib/contracts/alerts.ts';
import { db } from '#lib/server/db.ts';
import { alertLink } from '#lib/server/operations/alert-link.ts';
import { sendToWebhook } from '#lib/server/operations/alert-webhook.ts';
import { findAlertSettings } from '#lib/server/repositories/ops-alert-settings.ts';

/** Tells the webhook of an alert, if there still is one. @throws when it does not take it. */
export async function postAlert(alert: Omit<AlertMessage, 'link'>): Promise<void> {
  const { webhook } = await findAlertSettings(db());
  if (!webhook) return;
  const { ok, said } = await sendToWebhook(webhook, { ...alert, link: alertLink() });
  // What somebody else's server says may be anything, and this goes into logs.
  const status = /^HTTP \d+/u.exec(said)?.[0] ?? 'not reached';
  if (!ok) throw new Error(`The webhook did not take the alert: ${status}`);
}
