import 'server-only';
import type { AlertChannel, AlertTestResult } from '#lib/contracts/alerts.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { alertMail } from '#lib/server/mail/alert.ts';
import { sendMail } from '#lib/server/mail/send-mail.ts';
import { alertLink } from '#lib/server/operations/alert-link.ts';
import { sendToWebhook } from '#lib/server/operations/alert-webhook.ts';
import { findAlertSettings } from '#lib/server/repositories/ops-alert-settings.ts';

/** Sends a message to everybody who is told of alerts, and says what came back. @throws AppError forbidden */
export async function tryAlerts(
  actor: Actor,
  channel: AlertChannel,
  now = new Date(),
): Promise<AlertTestResult> {
  assertAdmin(actor);
  const { recipients, webhook } = await findAlertSettings(db());
  const message = {
    rule: 'test',
    state: 'firing',
    value: 0,
    threshold: 0,
    since: now.toISOString(),
    link: alertLink(),
  } as const;
  if (channel === 'webhook') {
    if (!webhook) return { results: [] };
    return { results: [{ to: webhook, ...(await sendToWebhook(webhook, message, now)) }] };
  }
  const mail = alertMail(message);
  const results = await Promise.all(
    recipients.map(async (to) => {
      try {
        await sendMail({ to, ...mail });
        return { to, ok: true, said: 'The mail server has taken it.' };
      } catch (error) {
        // The mail server's own words: they are what helps whoever sets it up.
        return { to, ok: false, said: error instanceof Error ? error.message : 'It failed.' };
      }
    }),
  );
  return { results };
}
