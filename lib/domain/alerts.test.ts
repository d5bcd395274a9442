import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AlertSettings,
  alertRules,
  calm,
  isBeyond,
  isTold,
  NEW_FIRING_MS,
  ruleKinds,
  type Telling,
  weighAlert,
} from './alerts.ts';
import { isQuiet } from './quiet-hours.ts';

const MINUTE = 60_000;
const start = Date.parse('2026-11-28T12:00:00Z');

function settingsWith(change: {
  night?: boolean;
  quiet?: AlertSettings['quiet'];
  repeatHours?: number;
}): AlertSettings {
  const rules = Object.fromEntries(
    alertRules.map((rule) => [
      rule,
      { on: true, threshold: ruleKinds[rule].threshold, night: change.night ?? false },
    ]),
  ) as AlertSettings['rules'];
  return {
    rules,
    leastTryOns: 10,
    repeatHours: change.repeatHours ?? 4,
    quiet: change.quiet ?? null,
  };
}

type Look = { afterMinutes: number; value: number | null; reachable: boolean };
type Told = Telling & { at: Date };

/** Plays looks at the rule `oldest` (more than 300 seconds) one after the other. */
function play(looks: readonly Look[], settings: AlertSettings) {
  const told: Told[] = [];
  let state = calm;
  let time = start;
  for (const { afterMinutes, value, reachable } of looks) {
    time += afterMinutes * MINUTE;
    const now = new Date(time);
    const { after, tell } = weighAlert('oldest', state, value, settings, { now, reachable });
    if (tell) told.push({ ...tell, at: now });
    state = after;
  }
  return { told, state, end: new Date(time) };
}

const at = (afterMinutes: number, value: number | null, reachable = true): Look => ({
  afterMinutes,
  value,
  reachable,
});

const looks = fc.array(
  fc.record({
    afterMinutes: fc.integer({ min: 1, max: 180 }),
    value: fc.option(fc.constantFrom(0, 300, 301, 5_000)),
    reachable: fc.boolean(),
  }),
  { minLength: 1, maxLength: 60 },
);
const anySettings = fc
  .record({
    night: fc.boolean(),
    quiet: fc.option(fc.constant({ from: '22:00', to: '07:00', zone: 'Europe/Berlin' })),
    repeatHours: fc.integer({ min: 1, max: 24 }),
  })
  .map(settingsWith);

describe('an alert', () => {
  it('is told when it begins, again after the repeat time, and when it is over', () => {
    const { told } = play(
      [at(0, 100), at(1, 400), at(1, 400), at(239, 400), at(1, 400), at(5, 10), at(1, 10)],
      settingsWith({}),
    );
    expect(told.map(({ state, at: time }) => [state, (time.getTime() - start) / MINUTE])).toEqual([
      ['firing', 1],
      ['firing', 241],
      ['resolved', 247],
    ]);
  });

  it('is told after quiet hours, if it is still on', () => {
    const quiet = { from: '11:00', to: '13:00', zone: 'UTC' };
    const { told } = play([at(0, 400), at(59, 400), at(1, 400)], settingsWith({ quiet }));
    expect(told).toEqual([
      { state: 'firing', since: new Date(start), at: new Date(start + 60 * MINUTE) },
    ]);
    expect(play([at(0, 400), at(59, 10), at(1, 10)], settingsWith({ quiet })).told).toEqual([]);
  });

  it('that was known before quiet hours has its end told after them', () => {
    const quiet = { from: '12:30', to: '13:00', zone: 'UTC' };
    const { told } = play(
      [at(0, 400), at(40, 10), at(19, null), at(1, null)],
      settingsWith({ quiet }),
    );
    expect(told.map(({ state, at: time }) => [state, (time.getTime() - start) / MINUTE])).toEqual([
      ['firing', 0],
      ['resolved', 60],
    ]);
  });

  it('stays as it was while nothing can be measured', () => {
    const { told, state } = play([at(0, 400), at(600, null)], settingsWith({}));
    expect(told).toHaveLength(1);
    expect(state.since).toEqual(new Date(start));
  });

  it('is over when its rule is switched off', () => {
    const settings = settingsWith({});
    const { state } = play([at(0, 400)], settings);
    const off = {
      ...settings,
      rules: { ...settings.rules, oldest: { ...settings.rules.oldest, on: false } },
    };
    const now = new Date(start + MINUTE);
    expect(weighAlert('oldest', state, 400, off, { now, reachable: true })).toEqual({
      after: { since: null, toldAt: state.toldAt, endedAt: null },
      tell: { state: 'resolved', since: state.since },
    });
  });

  it('that comes and goes does not write each minute', () => {
    const flapping = Array.from({ length: 60 }, (_, index) => at(1, index % 2 ? 10 : 400));
    const firing = play(flapping, settingsWith({})).told.filter(({ state }) => state === 'firing');
    expect(firing).toHaveLength(4);
  });

  it('is never told twice within the repeat time, nor more often than its beginnings allow', () => {
    fc.assert(
      fc.property(looks, anySettings, (all, settings) => {
        const firing = play(all, settings).told.filter(({ state }) => state === 'firing');
        for (const [index, one] of firing.entries()) {
          const before = firing[index - 1];
          if (!before) continue;
          const same = before.since.getTime() === one.since.getTime();
          const least = same ? settings.repeatHours * 60 * MINUTE : NEW_FIRING_MS;
          expect(one.at.getTime() - before.at.getTime()).toBeGreaterThanOrEqual(least);
        }
      }),
    );
  });

  it('is never told in quiet hours, unless its rule is marked', () => {
    fc.assert(
      fc.property(looks, anySettings, (all, settings) => {
        if (settings.rules.oldest.night) return;
        for (const one of play(all, settings).told) {
          expect(isQuiet(settings.quiet, one.at)).toBe(false);
        }
      }),
    );
  });

  it('has its end told once if its beginning was, and never otherwise', () => {
    fc.assert(
      fc.property(looks, anySettings, (all, settings) => {
        // Whatever happened, in the end all is well and somebody can be reached by day.
        const ending = Array.from({ length: 3 }, () => at(12 * 60, 0));
        const { told, state } = play([...all, ...ending], settings);
        const known = new Set<number>();
        for (const one of told) {
          const since = one.since.getTime();
          if (one.state === 'firing') known.add(since);
          else expect(known.delete(since)).toBe(true);
        }
        expect([...known]).toEqual([]);
        expect(isTold(state)).toBe(false);
      }),
    );
  });
});

describe('thresholds', () => {
  it('are passed upwards, downwards, or reached', () => {
    expect(isBeyond('slow', 60, 60)).toBe(false);
    expect(isBeyond('slow', 61, 60)).toBe(true);
    expect(isBeyond('credits', 5, 5)).toBe(false);
    expect(isBeyond('credits', 4.9, 5)).toBe(true);
    expect(isBeyond('near_hour', 1, 1)).toBe(true);
  });

  it('are allowed as they are at first', () => {
    for (const rule of alertRules) {
      const { min, max, threshold } = ruleKinds[rule];
      expect(threshold).toBeGreaterThanOrEqual(min);
      expect(threshold).toBeLessThanOrEqual(max);
    }
  });
});
