import { describe, expect, it } from 'vitest';
import { readResetTime } from './reset-time.ts';
import { NOW } from './testing/scripted-fetch.ts';

const at = (headers: Record<string, string>) =>
  readResetTime(new Headers(headers), NOW)?.toISOString();
const reset = (value: string) => at({ 'x-rate-limit-reset-at-utc': value });

describe('the time at which a rate limit resets', () => {
  it.each([
    '2026-08-01T12:00:30Z',
    '2026-08-01T12:00:30.000Z',
    '2026-08-01T12:00:30.000000',
    '2026-08-01T12:00:30',
    '2026-08-01 12:00:30',
    '2026-08-01 12:00:30 UTC',
    '2026-08-01 12:00:30.000000+00:00',
    '2026-08-01T14:00:30+02:00',
    '1785585630',
    '1785585630.0',
    '1785585630000',
  ])('reads %s', (value) => {
    expect(reset(value)).toBe('2026-08-01T12:00:30.000Z');
  });

  it('makes now of a time that has passed', () => {
    expect(reset('2026-08-01T11:59:00Z')).toBe('2026-08-01T12:00:00.000Z');
  });

  it('cuts a time that is too far away to an hour', () => {
    expect(reset('2099-01-01T00:00:00Z')).toBe('2026-08-01T13:00:00.000Z');
    expect(reset('999999999999999999999')).toBe('2026-08-01T13:00:00.000Z');
  });

  it.each(['', 'soon', '30', '-5', '1e400', '2026-13-45T99:99:99Z', 'Infinity', 'null'])(
    'makes nothing of %j',
    (value) => {
      expect(reset(value)).toBeUndefined();
    },
  );

  it('honours Retry-After where there is nothing better', () => {
    expect(at({ 'retry-after': '30' })).toBe('2026-08-01T12:00:30.000Z');
    expect(at({ 'retry-after': 'Sat, 01 Aug 2026 12:00:30 GMT' })).toBe('2026-08-01T12:00:30.000Z');
    expect(at({ 'retry-after': '5', 'x-rate-limit-reset-at-utc': '2026-08-01T12:00:30Z' })).toBe(
      '2026-08-01T12:00:30.000Z',
    );
  });

  it('is undefined without either header', () => {
    expect(at({})).toBeUndefined();
  });
});
