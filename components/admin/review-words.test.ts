import { describe, expect, it } from 'vitest';
import { retryAdvice, retrySentence } from './review-words.ts';

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
