import type { Tone } from '#components/ui/badge.tsx';
import type { CaseRow } from '#lib/contracts/review.ts';
import type { CaseTab } from '#lib/domain/case-tabs.ts';
import type {
  AppealState,
  FeedbackKind,
  Resolution,
  ReviewCause,
} from '#lib/domain/review-case.ts';
import { classWords } from '../review-words.ts';

export const tabWords: Readonly<Record<CaseTab, string>> = {
  open: 'Open',
  appeals: 'Appeals',
  reports: 'Reports',
  blocked: 'Blocked',
  failed: 'Failed',
  unknown: 'Unknown',
  expired: 'Expired',
  late: 'Late',
  resolved: 'Resolved',
  mine: 'Mine',
  nobody: 'Nobody’s',
};

export const causeWords: Readonly<Record<ReviewCause, { name: string; tone: Tone }>> = {
  failed: { name: 'Failed', tone: 'danger' },
  blocked: { name: 'Blocked', tone: 'warning' },
  unknown: { name: 'Unknown', tone: 'warning' },
  expired: { name: 'Expired', tone: 'warning' },
  late: { name: 'Late', tone: 'info' },
  reported: { name: 'Reported', tone: 'info' },
};

export const appealWords: Readonly<Record<AppealState, { name: string; tone: Tone }>> = {
  OPEN: { name: 'Appeal waits', tone: 'info' },
  UPHELD: { name: 'Block upheld', tone: 'neutral' },
  OVERTURNED: { name: 'Block overturned', tone: 'neutral' },
};

export const reportWords: Readonly<Record<FeedbackKind, string>> = {
  changed_body: 'It changed my body',
  wrong_garment: 'It is not the garment',
  too_revealing: 'It shows too much',
  face_changed: 'It changed my face',
  other: 'Something else',
};

export const resolutionWords: Readonly<Record<Resolution, string>> = {
  retried: 'Tried again',
  nothing_to_do: 'Nothing to do',
  put_right: 'Put right',
  provider_told: 'Provider was told',
  shopper_told: 'Shopper was told',
  appeal_upheld: 'Block upheld',
  appeal_overturned: 'Block overturned',
  saved_in_time: 'Saved in time',
};

export const ageChoices = [
  { hours: 1, name: 'Over an hour old' },
  { hours: 6, name: 'Over 6 hours old' },
  { hours: 24, name: 'Over a day old' },
  { hours: 72, name: 'Over 3 days old' },
  { hours: 168, name: 'Over a week old' },
];

/** What a case is about, in a few words. */
export function caseTitle({ cause, errorClass, finishedAt }: CaseRow): string {
  if (finishedAt === null) return 'Running out of time';
  if (cause === 'reported') return 'Something is wrong with the look';
  return errorClass ? classWords[errorClass] : causeWords[cause].name;
}
