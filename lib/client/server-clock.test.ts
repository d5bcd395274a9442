import { describe, expect, it } from 'vitest';
import { elapsedSince, noteServerTime, timeUntil } from './server-clock.ts';

const now = Date.parse('2026-11-22T12:00:00Z');

describe('elapsed time across two clocks', () => {
  it('follows the server when this clock is minutes off', () => {
    noteServerTime('Sun, 22 Nov 2026 12:05:00 GMT', now);
    expect(elapsedSince('2026-11-22T12:04:50.000Z', now)).toBe(10_000);
    expect(timeUntil('2026-11-22T12:05:10.000Z', now)).toBe(10_000);
  });

  it('takes differences below the header’s precision for none', () => {
    noteServerTime('Sun, 22 Nov 2026 12:00:01 GMT', now);
    expect(elapsedSince('2026-11-22T11:59:50.000Z', now)).toBe(10_000);
  });

  it('is never negative and survives a missing header', () => {
    noteServerTime(null, now);
    noteServerTime('no date', now);
    expect(elapsedSince('2026-11-22T12:00:30.000Z', now)).toBe(0);
    expect(timeUntil('2026-11-22T11:59:30.000Z', now)).toBe(0);
  });
});
