import { describe, expect, it } from 'vitest';
import { isClockTime, isQuiet, isTimeZone } from './quiet-hours.ts';

const night = { from: '22:00', to: '07:00', zone: 'Europe/Berlin' };

describe('quiet hours', () => {
  it('go over midnight, by the clock of their place', () => {
    // Berlin is an hour ahead of UTC in winter, and two in summer.
    expect(isQuiet(night, new Date('2026-11-28T20:59:00Z'))).toBe(false);
    expect(isQuiet(night, new Date('2026-11-28T21:00:00Z'))).toBe(true);
    expect(isQuiet(night, new Date('2026-11-29T05:59:00Z'))).toBe(true);
    expect(isQuiet(night, new Date('2026-11-29T06:00:00Z'))).toBe(false);
    expect(isQuiet(night, new Date('2026-07-28T20:00:00Z'))).toBe(true);
  });

  it('may lie within a day', () => {
    const lunch = { from: '12:00', to: '13:30', zone: 'UTC' };
    expect(isQuiet(lunch, new Date('2026-11-28T12:00:00Z'))).toBe(true);
    expect(isQuiet(lunch, new Date('2026-11-28T13:30:00Z'))).toBe(false);
    expect(isQuiet(lunch, new Date('2026-11-28T00:00:00Z'))).toBe(false);
  });

  it('may not be', () => {
    expect(isQuiet(null, new Date())).toBe(false);
  });

  it('are told by a clock and a zone that exist', () => {
    expect(['00:00', '23:59', '24:00', '7:00', '07:60'].map(isClockTime)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(['Europe/Berlin', 'UTC', 'Mars/Olympus'].map(isTimeZone)).toEqual([true, true, false]);
  });
});
