import { describe, expect, it } from 'vitest';
import { capWarning, markReached, monthName, monthOf } from './shop-caps.ts';

const uncapped = { monthlyTryOns: null, dailyTryOns: null, shopperDailyTryOns: null };

describe('a month', () => {
  it('is the calendar’s in UTC, over the turn of a year too', () => {
    const month = monthOf(new Date('2026-12-31T23:59:59.999Z'));
    expect(month.start.toISOString()).toBe('2026-12-01T00:00:00.000Z');
    expect(month.end.toISOString()).toBe('2027-01-01T00:00:00.000Z');
    expect(monthName(month)).toBe('2026-12');
    expect(monthOf(month.end).start).toEqual(month.end);
  });
});

describe('a warning', () => {
  it('comes at four fifths and at the end, and never without a cap', () => {
    expect([79, 80, 99, 100, 140].map((used) => markReached(used, 100))).toEqual([
      null,
      80,
      80,
      100,
      100,
    ]);
    expect(markReached(1_000, null)).toBeNull();
    expect(markReached(1, 1)).toBe(100);
    expect(capWarning(uncapped, { month: 9_999, day: 9_999 })).toBeNull();
  });

  it('tells of what is used up before what is near, and of the month before the day', () => {
    const caps = { ...uncapped, monthlyTryOns: 100, dailyTryOns: 10 };
    expect(capWarning(caps, { month: 85, day: 3 })).toMatchObject({ cap: 'month', percent: 80 });
    expect(capWarning(caps, { month: 85, day: 9 })).toMatchObject({ cap: 'month', percent: 80 });
    expect(capWarning(caps, { month: 85, day: 10 })).toMatchObject({ cap: 'day', percent: 100 });
    expect(capWarning(caps, { month: 100, day: 10 })).toMatchObject({ cap: 'month', percent: 100 });
  });
});
