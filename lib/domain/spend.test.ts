import { describe, expect, it } from 'vitest';
import { monthOf } from './shop-caps.ts';
import {
  costOfOne,
  fillDays,
  formatSpend,
  formatUnitCost,
  monthsOf,
  projectMonth,
} from './spend.ts';

const now = new Date('2026-11-11T00:00:00Z');
const month = monthOf(now);
const open = { month, cap: null, openSince: new Date('2026-01-01T00:00:00Z') };
const day = (date: string, tryOns: number) => ({
  date,
  tryOns,
  micros: tryOns * 75_000,
  billed: tryOns,
});
const week = ['04', '05', '06', '07', '08', '09', '10'].map((d) => day(`2026-11-${d}`, 10));

const since = (openSince: string) => ({ ...open, openSince: new Date(openSince) });

describe('what the month will have come to', () => {
  it('is what there is, and the pace of the last seven whole days for the rest', () => {
    const days = [day('2026-11-01', 40), ...week];
    expect(projectMonth(days, open, now)).toEqual({
      tryOns: 40 + 70 + 20 * 10,
      micros: 310 * 75_000,
      stoppedByCap: false,
    });
  });

  it('goes no further than the cap', () => {
    expect(projectMonth(week, { ...open, cap: 100 }, now)).toEqual({
      tryOns: 100,
      micros: 100 * 75_000,
      stoppedByCap: true,
    });
    // One that was set when more was used already lets nothing more happen.
    expect(projectMonth(week, { ...open, cap: 50 }, now)?.tryOns).toBe(70);
  });

  it('takes the pace across the beginning of a month', () => {
    const early = new Date('2026-11-02T00:00:00Z');
    const days = [day('2026-10-28', 70), day('2026-11-01', 7)];
    expect(projectMonth(days, open, early)?.tryOns).toBe(7 + 11 * 29);
  });

  it('is not said before there are seven whole days, or without any pace', () => {
    expect(projectMonth(week, since('2026-11-04T00:00:00Z'), now)).not.toBeNull();
    expect(projectMonth(week, since('2026-11-04T00:00:01Z'), now)).toBeNull();
    expect(projectMonth([day('2026-11-01', 40)], open, now)).toBeNull();
  });
});

describe('days', () => {
  it('are all there up to today', () => {
    const filled = fillDays([day('2026-11-02', 3)], month, now);
    expect(filled).toHaveLength(11);
    expect(filled.map(({ tryOns }) => tryOns).slice(0, 3)).toEqual([0, 3, 0]);
  });

  it('add up to months, the latest first', () => {
    const months = monthsOf([day('2026-09-30', 1), day('2026-10-01', 2), day('2026-10-31', 3)]);
    expect(months.map((one) => [one.month, one.tryOns])).toEqual([
      ['2026-10', 5],
      ['2026-09', 1],
    ]);
  });
});

it('writes dollars, and cents in parts', () => {
  expect(formatSpend(4_200_000)).toBe('US$4.20');
  expect(formatUnitCost(75_200)).toBe('US$0.0752');
  expect(costOfOne({ tryOns: 3, micros: 0, billed: 0 })).toBeNull();
});
