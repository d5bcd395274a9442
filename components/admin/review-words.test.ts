import { describe, expect, it } from 'vitest';
import { needsReview, tryOnStates } from '#lib/domain/try-on.ts';
import { duration, retryAdvice, retrySentence, reviewStates } from './review-words.ts';

describe('the states to narrow the list to', () => {
  it('are the ones that open a review case', () => {
    expect([...reviewStates].sort()).toEqual(tryOnStates.filter(needsReview).sort());
  });
});

describe('the advice before a retry', () => {
  it('warns that an unknown try-on may be paid for twice', () => {
    const { paidTwice } = retryAdvice({ state: 'unknown', errorClass: 'submit_unknown' });
    expect(paidTwice).toContain('paid for twice');
  });

  it('does not speak of paying twice when the provider failed the job', () => {
    expect(retryAdvice({ state: 'failed', errorClass: 'provider_error' }).paidTwice).toBeNull();
  });

  it('says when the same request will end the same way', () => {
    const { prospect } = retryAdvice({ state: 'failed', errorClass: 'invalid_request' });
    expect(prospect).toContain('end the same way');
  });
});

describe('the sentence about a retry', () => {
  it('tells one on its way from one that has ended', () => {
    expect(retrySentence('running')).toContain('on its way');
    expect(retrySentence('succeeded')).toContain('gallery');
    expect(retrySentence('failed')).toContain('without a look');
  });
});

describe('a duration', () => {
  const lasting = (seconds: number) =>
    duration(
      '2026-01-01T00:00:00.000Z',
      new Date(Date.UTC(2026, 0, 1, 0, 0, seconds)).toISOString(),
    );

  it('is told in the unit that people would use', () => {
    expect([lasting(8), lasting(25 * 60), lasting(2 * 3600)]).toEqual(['8 s', '25 min', '2.0 h']);
  });

  it('is never negative, whatever the clocks say', () => {
    expect(lasting(-3)).toBe('0 s');
  });
});
