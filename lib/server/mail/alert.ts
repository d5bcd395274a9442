import 'server-only';
import type { AlertMessage } from '#lib/contracts/alerts.ts';
import { alertFigure, alertLimit, alertMeanings, alertNames } from '#lib/domain/alert-words.ts';

const format = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});
const utc = (instant: string) => `${format.format(new Date(instant))} UTC`;

/** The mail that tells of an alert's beginning, that it goes on, or its end. */
export function alertMail({ rule, state, value, threshold, since, link }: AlertMessage) {
  if (rule === 'test') {
    return {
      subject: 'Fitting Room: a test of the alerts',
      text: `This mail was asked for on the page of the alerts, to see whether it arrives. Nothing is wrong.\n\n${link}\n`,
    };
  }
  const name = alertNames[rule];
  const now =
    value === null ? 'It cannot be measured just now.' : `Now: ${alertFigure(rule, value)}.`;
  const told = `Told of when ${alertLimit(rule, threshold)}. ${now}`;
  const [subject, first] =
    state === 'firing'
      ? [`Fitting Room: ${name}`, `${name}, since ${utc(since)}. ${alertMeanings[rule]}`]
      : [
          `Fitting Room: over: ${name}`,
          `${name}, which began at ${utc(since)}, is over, or the alert was switched off.`,
        ];
  return { subject, text: `${first}\n\n${told}\n\nSee how things stand:\n${link}\n` };
}
