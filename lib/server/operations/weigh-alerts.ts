import 'server-only';
import { alertRules, calm, weighAlert } from '#lib/domain/alerts.ts';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { db } from '#lib/server/db.ts';
import { mailIsConfigured } from '#lib/server/mail/send-mail.ts';
import { findAlertSettings } from '#lib/server/repositories/ops-alert-settings.ts';
import { holdAlerts, keepAlert } from '#lib/server/repositories/ops-alerts.ts';
import type { Sample } from '#lib/server/repositories/ops-samples.ts';
import { mailAlertTask, postAlertTask } from './alert-tasks.ts';
import { measureAlerts } from './measure-alerts.ts';

/** The first message of a process opens the way to background work, which can take a while. */
const HELD_FOR = { timeout: 30_000 };

/**
 * Weighs every rule, and asks for the messages in the same transaction that notes them as told: of
 * several processes that weigh at once, one tells.
 */
export async function weighAlerts(sample: Sample, now: Date): Promise<void> {
  const settings = await findAlertSettings(db());
  const values = await measureAlerts(sample, settings.leastTryOns, now);
  const recipients = mailIsConfigured() ? settings.recipients : [];
  const reachable = recipients.length > 0 || settings.webhook !== null;
  await db().$transaction(async (tx) => {
    const kept = new Map((await holdAlerts(tx)).map((row) => [row.rule, row]));
    for (const rule of alertRules) {
      const value = values[rule];
      const before = kept.get(rule) ?? calm;
      const { after, tell } = weighAlert(rule, before, value, settings, { now, reachable });
      await keepAlert(tx, { rule, ...after, value });
      if (!tell) continue;
      const message = {
        rule,
        state: tell.state,
        since: tell.since.toISOString(),
        value,
        threshold: settings.rules[rule].threshold,
      };
      for (const to of recipients) await enqueue(tx, mailAlertTask, { to, ...message });
      if (settings.webhook) await enqueue(tx, postAlertTask, message);
    }
  }, HELD_FOR);
}
