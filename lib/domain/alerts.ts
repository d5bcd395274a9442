import { isQuiet, type QuietHours } from './quiet-hours.ts';

/**
 * When somebody is told that something is wrong, and that it is over.
 *
 * A rule *fires* while what is measured is beyond its threshold. Firing and telling are two things: in
 * quiet hours, or while there is no way to tell anybody, a rule fires and nobody is told, until it can
 * be. Whoever was told of the beginning is told of the end. What cannot be measured just now (a balance
 * that the provider does not say, a success rate of two try-ons) changes nothing.
 */
export const alertRules = [
  'success_rate',
  'slow',
  'oldest',
  'paused',
  'credits',
  'near_hour',
  'no_worker',
  'dead_letters',
  'appeals',
  'deletions',
] as const;
export type AlertRule = (typeof alertRules)[number];

interface RuleKind {
  /** Beyond the threshold is above it, below it, or from it on. */
  beyond: 'above' | 'below' | 'from';
  unit: 'percent' | 'seconds' | 'minutes' | 'hours' | 'dollars' | 'count';
  /** What a threshold may be. */
  min: number;
  max: number;
  /** What it is until somebody says otherwise. */
  threshold: number;
}

export const ruleKinds: Record<AlertRule, RuleKind> = {
  success_rate: { beyond: 'below', unit: 'percent', min: 1, max: 100, threshold: 80 },
  slow: { beyond: 'above', unit: 'seconds', min: 1, max: 3_600, threshold: 60 },
  oldest: { beyond: 'above', unit: 'seconds', min: 5, max: 86_400, threshold: 300 },
  paused: { beyond: 'above', unit: 'minutes', min: 0, max: 1_440, threshold: 10 },
  credits: { beyond: 'below', unit: 'dollars', min: 0, max: 1_000_000, threshold: 5 },
  near_hour: { beyond: 'from', unit: 'count', min: 1, max: 1_000, threshold: 1 },
  no_worker: { beyond: 'above', unit: 'seconds', min: 30, max: 86_400, threshold: 120 },
  dead_letters: { beyond: 'from', unit: 'count', min: 1, max: 1_000, threshold: 1 },
  appeals: { beyond: 'above', unit: 'hours', min: 1, max: 720, threshold: 24 },
  deletions: { beyond: 'from', unit: 'count', min: 1, max: 1_000, threshold: 1 },
};

export interface RuleSettings {
  on: boolean;
  threshold: number;
  /** Told in quiet hours as well. */
  night: boolean;
}

export interface AlertSettings {
  rules: Record<AlertRule, RuleSettings>;
  /** A success rate of fewer try-ons in the hour says nothing. */
  leastTryOns: number;
  /** While a rule fires it is told again after so many hours. */
  repeatHours: number;
  quiet: QuietHours | null;
}

export interface AlertState {
  /** Null while all is well. */
  since: Date | null;
  /** When people were last told that it is on; of this firing if that is not before `since`. */
  toldAt: Date | null;
  /** When it ended, as long as the end has to be told. */
  endedAt: Date | null;
}

export const calm: AlertState = { since: null, toldAt: null, endedAt: null };

/**
 * A rule that comes and goes is not told of more often than this, however often it begins: the message
 * waits, and is sent if the rule still fires then.
 */
export const NEW_FIRING_MS = 15 * 60_000;

export const isBeyond = (rule: AlertRule, value: number, threshold: number): boolean => {
  switch (ruleKinds[rule].beyond) {
    case 'above':
      return value > threshold;
    case 'below':
      return value < threshold;
    case 'from':
      return value >= threshold;
  }
};

/** Whether people know of the firing that is on. */
export const isTold = ({ since, toldAt }: AlertState): boolean =>
  since !== null && toldAt !== null && toldAt >= since;

export type Telling = { state: 'firing' | 'resolved'; since: Date };

/**
 * One look at one rule: how it stands afterwards, and what is to be told of it now.
 *
 * @param value null when it cannot be measured just now.
 * @param reachable whether there is anybody to tell, and a way to.
 */
export function weighAlert(
  rule: AlertRule,
  before: AlertState,
  value: number | null,
  settings: AlertSettings,
  { now, reachable }: { now: Date; reachable: boolean },
): { after: AlertState; tell: Telling | null } {
  const { on, threshold, night } = settings.rules[rule];
  const mayTell = reachable && (night || !isQuiet(settings.quiet, now));
  const known = value !== null || !on || before.endedAt !== null;
  if (!known) return { after: before, tell: null };
  if (on && value !== null && isBeyond(rule, value, threshold)) {
    const firing = { ...before, since: before.since ?? now, endedAt: null };
    if (!mayTell || !isDue(firing, settings, now)) return { after: firing, tell: null };
    return { after: { ...firing, toldAt: now }, tell: { state: 'firing', since: firing.since } };
  }
  const { since, toldAt } = before;
  if (!since || !isTold(before)) return { after: { ...calm, toldAt }, tell: null };
  if (!mayTell) return { after: { ...before, endedAt: before.endedAt ?? now }, tell: null };
  return { after: { ...calm, toldAt }, tell: { state: 'resolved', since } };
}

function isDue(firing: AlertState, { repeatHours }: AlertSettings, now: Date): boolean {
  if (!firing.toldAt) return true;
  const waits = isTold(firing) ? repeatHours * 3_600_000 : NEW_FIRING_MS;
  return now.getTime() - firing.toldAt.getTime() >= waits;
}
