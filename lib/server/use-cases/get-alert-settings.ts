import 'server-only';
import type { AlertSettingsView } from '#lib/contracts/alerts.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { mailIsConfigured } from '#lib/server/mail/send-mail.ts';
import { findAlertSettings, findSigningSalt } from '#lib/server/repositories/ops-alert-settings.ts';

/** When somebody is told, and who. @throws AppError forbidden */
export async function getAlertSettings(actor: Actor): Promise<AlertSettingsView> {
  assertAdmin(actor);
  const [settings, salt] = await Promise.all([findAlertSettings(db()), findSigningSalt(db())]);
  return { ...settings, mailIsConfigured: mailIsConfigured(), hasSecret: salt !== null };
}
