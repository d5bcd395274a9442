import { type AlertSettingsBody, alertSettingsBody } from '#lib/contracts/alerts.ts';
import { type AlertRule, alertRules } from '#lib/domain/alerts.ts';

/** The settings as they stand in the fields of the form. */
export interface AlertDraft {
  rules: Record<AlertRule, { on: boolean; threshold: string; night: boolean }>;
  leastTryOns: string;
  repeatHours: string;
  quietOn: boolean;
  quiet: { from: string; to: string; zone: string };
  /** One a line. */
  recipients: string;
  webhook: string;
}

/** @param zone of whoever looks, offered where no quiet hours are set. */
export function draftOf(settings: AlertSettingsBody, zone: string): AlertDraft {
  return {
    rules: eachRule((rule) => {
      const { on, threshold, night } = settings.rules[rule];
      return { on, threshold: String(threshold), night };
    }),
    leastTryOns: String(settings.leastTryOns),
    repeatHours: String(settings.repeatHours),
    quietOn: settings.quiet !== null,
    quiet: settings.quiet ?? { from: '22:00', to: '07:00', zone },
    recipients: settings.recipients.join('\n'),
    webhook: settings.webhook ?? '',
  };
}

/** By the path of the field, as in `rules.slow.threshold`. */
export type DraftErrors = Partial<Record<string, string>>;

export function readDraft(
  draft: AlertDraft,
  version: number,
): { settings: AlertSettingsBody } | { errors: DraftErrors } {
  const { rules, quietOn, quiet, recipients, webhook } = draft;
  const parsed = alertSettingsBody.safeParse({
    version,
    rules: eachRule((rule) => ({ ...rules[rule], threshold: readNumber(rules[rule].threshold) })),
    leastTryOns: readNumber(draft.leastTryOns),
    repeatHours: readNumber(draft.repeatHours),
    quiet: quietOn ? quiet : null,
    recipients: recipients.split(/[\s,;]+/).filter(Boolean),
    webhook: webhook.trim() || null,
  });
  if (parsed.success) return { settings: parsed.data };
  const errors: DraftErrors = {};
  for (const { path, message } of parsed.error.issues) {
    // Which of the addresses it is stands in the same field.
    const field = path[0] === 'recipients' ? 'recipients' : path.join('.');
    errors[field] ??= message;
  }
  return { errors };
}

const readNumber = (text: string): number =>
  text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));

const eachRule = <T>(make: (rule: AlertRule) => T) =>
  Object.fromEntries(alertRules.map((rule) => [rule, make(rule)])) as Record<AlertRule, T>;
