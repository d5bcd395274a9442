import { z } from 'zod';
import { type AlertRule, alertRules, ruleKinds } from '#lib/domain/alerts.ts';
import { isClockTime, isTimeZone } from '#lib/domain/quiet-hours.ts';

const thresholdOf = (rule: AlertRule) => {
  const { min, max } = ruleKinds[rule];
  const wrong = `Give a number from ${min} to ${max}.`;
  return z.number(wrong).min(min, wrong).max(max, wrong);
};

type RuleSchema = z.ZodType<{ on: boolean; threshold: number; night: boolean }>;

const ruleOf = (rule: AlertRule) =>
  z.strictObject({ on: z.boolean(), threshold: thresholdOf(rule), night: z.boolean() });

const each = <T>(make: (rule: AlertRule) => T) =>
  Object.fromEntries(alertRules.map((rule) => [rule, make(rule)])) as Record<AlertRule, T>;

const firstOf = (rule: AlertRule) => ({
  on: true,
  threshold: ruleKinds[rule].threshold,
  night: false,
});

const clockTime = z.string().refine(isClockTime, 'Give a time like 22:00.');

const quietHours = z
  .strictObject({
    from: clockTime,
    to: clockTime,
    zone: z.string().refine(isTimeZone, 'Give a time zone like Europe/Berlin.'),
  })
  .refine(({ from, to }) => from !== to, {
    path: ['to'],
    error: 'Quiet hours end at another time than they begin.',
  });

const webhookUrl = z
  .url({ protocol: /^https?$/, error: 'Give an address that begins with https://.' })
  .max(2_000);

const number = (min: number, max: number) => {
  const wrong = `Give a whole number from ${min} to ${max}.`;
  return z.int(wrong).min(min, wrong).max(max, wrong);
};

/** `PUT /api/admin/operations/alerts` */
export const alertSettingsBody = z.strictObject({
  /** Of the settings that were read: whoever changed them meanwhile is not overwritten. */
  version: z.int().min(0),
  rules: z.strictObject(each(ruleOf)),
  leastTryOns: number(1, 10_000),
  repeatHours: number(1, 168),
  quiet: quietHours.nullable(),
  recipients: z.array(z.email('Give mail addresses, one a line.')).max(20, 'Give at most 20.'),
  webhook: webhookUrl.nullable(),
});
export type AlertSettingsBody = z.infer<typeof alertSettingsBody>;

/** What is kept: every part that is missing or not understood is as it was at first. */
export const storedAlerts = z.object({
  version: z.int().min(0).catch(0),
  rules: z
    .object(each((rule): RuleSchema => ruleOf(rule).catch(firstOf(rule))))
    .catch(() => each(firstOf)),
  leastTryOns: number(1, 10_000).catch(10),
  repeatHours: number(1, 168).catch(4),
  quiet: quietHours.nullable().catch(null),
  recipients: z.array(z.email()).catch([]),
  webhook: webhookUrl.nullable().catch(null),
});
export type StoredAlerts = z.infer<typeof storedAlerts>;

export const alertChannels = ['mail', 'webhook'] as const;
export type AlertChannel = (typeof alertChannels)[number];

/** `POST /api/admin/operations/alerts/test` */
export const alertTestBody = z.strictObject({ channel: z.enum(alertChannels) });

/** What came back, one line a recipient. */
export const alertTestResult = z.object({
  results: z.array(z.object({ to: z.string(), ok: z.boolean(), said: z.string() })),
});
export type AlertTestResult = z.infer<typeof alertTestResult>;

/** `POST /api/admin/operations/alerts/secret`: it is shown this once. */
export const alertSecret = z.object({ secret: z.string() });

export const alertSettingsView = alertSettingsBody.extend({
  /** There is a server that mails can go out through. */
  mailIsConfigured: z.boolean(),
  hasSecret: z.boolean(),
});
export type AlertSettingsView = z.infer<typeof alertSettingsView>;

/** What a webhook is sent. `value` is null when the rule was switched off before it could be measured. */
export interface AlertMessage {
  rule: AlertRule | 'test';
  state: 'firing' | 'resolved';
  value: number | null;
  threshold: number;
  /** ISO 8601 */
  since: string;
  link: string;
}
