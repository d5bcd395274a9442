import type { Tone } from '#components/ui/badge.tsx';
import type { BulkView } from '#lib/contracts/bulk-retry.ts';
import type { LeftOutReason } from '#lib/domain/bulk-retry.ts';
import { readCaseQuery } from '#lib/domain/case-query.ts';
import { describeQuestion } from './filter-words.ts';

export const leftOutWords: Readonly<Record<LeftOutReason, string>> = {
  deleted: 'deleted by the shopper',
  under_way: 'still under way',
  has_look: 'have their look',
  retried_already: 'retried already',
  person_suspended: 'of a suspended person',
  shop_suspended: 'of a suspended shop',
  consent_withdrawn: 'consent withdrawn',
  photo_deleted: 'photo deleted',
  look_deleted: 'the look under it deleted',
  replaced: 'replaced by another take of the shop',
  resolved: 'resolved already',
  appealed: 'with an appeal that waits for an answer',
  may_be_paid_for: 'may have been paid for already',
};

export const leftOutName = (reason: string): string =>
  Object.hasOwn(leftOutWords, reason) ? leftOutWords[reason as LeftOutReason] : reason;

export const bulkStateWords: Readonly<Record<BulkView['state'], { name: string; tone: Tone }>> = {
  running: { name: 'Running', tone: 'info' },
  stopped: { name: 'Stopped', tone: 'warning' },
  done: { name: 'Done', tone: 'success' },
};

const number = new Intl.NumberFormat('en-GB');
export const count = (value: number) => number.format(value);
export const cases = (value: number) => `${count(value)} ${value === 1 ? 'case' : 'cases'}`;

export const usd = (micros: number) =>
  `$${(micros / 1e6).toLocaleString('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

/** What the question asks for, in words. */
export const questionWords = (query: string): string =>
  describeQuestion(readCaseQuery(Object.fromEntries(new URLSearchParams(query))));

/** How long so many take at a pace, roughly. */
export function lasting(many: number, perMinute: number): string {
  const minutes = Math.ceil(many / perMinute);
  if (minutes < 100) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  return `${Math.round(minutes / 60)} hours`;
}
