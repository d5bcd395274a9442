import { type AlertRule, ruleKinds } from './alerts.ts';

/** What each rule is called, and what its figure says: on the screen, and in mails. */
export const alertNames: Record<AlertRule, string> = {
  success_rate: 'Success rate',
  slow: 'Slow looks',
  oldest: 'Long queue',
  paused: 'Sending paused',
  credits: 'Credits running out',
  near_hour: 'Pictures near their hour',
  no_worker: 'No worker',
  dead_letters: 'Failed background tasks',
  appeals: 'Appeals unanswered',
  deletions: 'Deletions overdue',
};

export const alertMeanings: Record<AlertRule, string> = {
  success_rate: 'Of what ended in the last hour, with a look.',
  slow: 'From asking to look, 95 % of those of the last hour.',
  oldest: 'How long the first shopper in the queue has waited.',
  paused: 'By hand, or because the provider refuses or is in trouble.',
  credits: 'What the provider says is left on the account.',
  near_hour: 'Sent more than 45 minutes ago and not home yet; the provider forgets them at 60.',
  no_worker: 'Since any of them was last heard of.',
  dead_letters: 'That failed for good in the last 24 hours.',
  appeals: 'How long the oldest open one has waited.',
  deletions:
    'Of people’s pictures, asked for more than 24 hours ago and not confirmed by the storage.',
};

const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const dollars = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'USD' });

/** "93.5 %", "1 minute", "US$4.20" */
export function alertFigure(rule: AlertRule, value: number): string {
  const plural = (noun: string) => `${number.format(value)} ${noun}${value === 1 ? '' : 's'}`;
  switch (ruleKinds[rule].unit) {
    case 'percent':
      return `${number.format(value)} %`;
    case 'seconds':
      return plural('second');
    case 'minutes':
      return plural('minute');
    case 'hours':
      return plural('hour');
    case 'dollars':
      return dollars.format(value);
    case 'count':
      return number.format(value);
  }
}

/** "below 80 %", "1 or more" */
export function alertLimit(rule: AlertRule, threshold: number): string {
  const figure = alertFigure(rule, threshold);
  const { beyond } = ruleKinds[rule];
  return beyond === 'from' ? `${figure} or more` : `${beyond} ${figure}`;
}
