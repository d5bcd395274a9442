import { describe, expect, it } from 'vitest';
import { whyLeftOut } from './bulk-retry.ts';
import { type Retryable, whyNoRetry } from './retry-refusal.ts';

const failed: Retryable = {
  state: 'failed',
  deletedAt: null,
  user: { suspendedAt: null },
  shop: { suspendedAt: null },
  photoId: 'photo',
  photo: { inputMediaId: 'input', deletedAt: null, consent: { withdrawnAt: null } },
  baseId: null,
  base: null,
  replaced: false,
  retriedByAdmin: false,
};
const now = new Date();

describe('whether a try-on can be asked for again', () => {
  it('is yes for all that ended without a look', () => {
    for (const state of ['failed', 'blocked', 'expired', 'unknown'] as const) {
      expect(whyNoRetry({ ...failed, state })).toBeNull();
    }
  });

  it('is no for what has its look, is under way, or went already', () => {
    expect(whyNoRetry({ ...failed, state: 'succeeded' })).toBe('has_look');
    expect(whyNoRetry({ ...failed, state: 'running' })).toBe('under_way');
    expect(whyNoRetry({ ...failed, retriedByAdmin: true })).toBe('retried_already');
    expect(whyNoRetry({ ...failed, deletedAt: now })).toBe('deleted');
    expect(whyNoRetry({ ...failed, replaced: true })).toBe('replaced');
  });

  it('is no while the person or the shop is suspended', () => {
    const suspended = { suspendedAt: now };
    expect(whyNoRetry({ ...failed, user: suspended })).toBe('person_suspended');
    expect(whyNoRetry({ ...failed, shop: suspended })).toBe('shop_suspended');
  });

  it('is no without the photo or the consent, which an outfit’s second piece needs no more', () => {
    const gone = { inputMediaId: null, deletedAt: now, consent: { withdrawnAt: null } };
    expect(whyNoRetry({ ...failed, photo: gone })).toBe('photo_deleted');
    const base = { deletedAt: null, resultMediaId: 'look' };
    const outfit = { ...failed, photo: gone, baseId: 'base', base };
    expect(whyNoRetry(outfit)).toBeNull();
    expect(whyNoRetry({ ...outfit, base: { ...base, deletedAt: now } })).toBe('look_deleted');
    const withdrawn = { ...gone, consent: { withdrawnAt: now } };
    expect(whyNoRetry({ ...outfit, photo: withdrawn })).toBe('consent_withdrawn');
  });
});

describe('what a bulk retry leaves out', () => {
  it('is also what was resolved or waits for an answer, and what may have been paid for unless that is wanted', () => {
    const open = { status: 'OPEN', appeal: null, tryOn: failed } as const;
    expect(whyLeftOut(open, false)).toBeNull();
    expect(whyLeftOut({ ...open, status: 'RESOLVED' }, false)).toBe('resolved');
    expect(whyLeftOut({ ...open, appeal: 'OPEN' }, true)).toBe('appealed');
    const unknown = { ...open, tryOn: { ...failed, state: 'unknown' } } as const;
    expect(whyLeftOut(unknown, false)).toBe('may_be_paid_for');
    expect(whyLeftOut(unknown, true)).toBeNull();
  });
});
