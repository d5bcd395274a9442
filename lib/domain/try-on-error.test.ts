import { describe, expect, it } from 'vitest';
import { ADMIN_NOTES } from './admin-notes.ts';
import { errorClasses, isTryOnErrorClass, TRY_ON_ERRORS } from './try-on-error.ts';

describe('the table of try-on errors', () => {
  it('has exactly one rule for each class', () => {
    expect(Object.keys(TRY_ON_ERRORS).sort()).toEqual([...errorClasses].sort());
  });

  it.each(errorClasses)('tells the admin what %s means and what to do', (name) => {
    expect(ADMIN_NOTES[name]).toMatch(/^[A-Z].{40,}\.$/u);
  });

  it('gives quota back whenever no picture came of it', () => {
    for (const name of errorClasses) expect(TRY_ON_ERRORS[name].quotaReturned).toBe(true);
  });

  it('pauses sending for the three faults of our account and for nothing else', () => {
    const pausing = errorClasses.filter((name) => TRY_ON_ERRORS[name].pausesSending);
    expect(pausing).toEqual(['credentials', 'forbidden', 'credits']);
  });

  it('never lets a fault of our account be blamed on the photo', () => {
    for (const name of ['credentials', 'forbidden', 'credits', 'rate_limited'] as const) {
      expect(TRY_ON_ERRORS[name].askAgain).toBe('later');
    }
  });

  it('asks for another photo only where the picture was at fault', () => {
    const photo = errorClasses.filter((name) => TRY_ON_ERRORS[name].askAgain === 'another_photo');
    expect(photo).toEqual(['input_unreadable', 'no_person', 'content_blocked', 'unclassified']);
  });

  it('ends blocked, expired and unknown try-ons in states of their own', () => {
    const endings = Object.fromEntries(
      errorClasses.map((name) => [name, TRY_ON_ERRORS[name].endsAs]),
    );
    expect(endings).toMatchObject({
      content_blocked: 'blocked',
      result_expired: 'expired',
      submit_unknown: 'unknown',
    });
    expect(Object.values(endings).filter((ending) => ending !== 'failed')).toHaveLength(3);
  });

  it('tells its own words from any other', () => {
    expect(isTryOnErrorClass('no_person')).toBe(true);
    expect(isTryOnErrorClass('toString')).toBe(false);
    expect(isTryOnErrorClass('')).toBe(false);
  });
});
