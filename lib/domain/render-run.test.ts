import { describe, expect, it } from 'vitest';
import { afterVerb, estimateSeconds, isMoving, isThrough, whyLeftOut } from './render-run.ts';

const none = { waiting: 0, under_way: 0, made: 0, found: 0, failed: 0, left_out: 0 };

describe('a run of pictures on house models', () => {
  it('pauses, goes on and stops, and goes on from a stop as well', () => {
    expect(afterVerb('running', 'pause')).toBe('paused');
    expect(afterVerb('paused', 'resume')).toBe('running');
    expect(afterVerb('paused', 'stop')).toBe('stopped');
    expect(afterVerb('stopped', 'resume')).toBe('running');
    expect(afterVerb('done', 'retry')).toBe('running');
  });

  it('refuses what makes no sense', () => {
    expect(afterVerb('paused', 'pause')).toBeNull();
    expect(afterVerb('running', 'resume')).toBeNull();
    expect(afterVerb('done', 'stop')).toBeNull();
    expect(afterVerb('done', 'resume')).toBeNull();
  });

  it('moves while it is paused for as long as the provider has something of it', () => {
    expect(isMoving('paused', { ...none, under_way: 1 })).toBe(true);
    expect(isMoving('paused', { ...none, waiting: 9 })).toBe(false);
    expect(isThrough({ ...none, made: 3, failed: 1 })).toBe(true);
    expect(isThrough({ ...none, under_way: 1 })).toBe(false);
  });

  it('leaves out what cannot be tried on, for the reason that a merchant can do something about', () => {
    const fine = { status: 'DRAFT', category: 'DRESS', readiness: 'FAIR' } as const;
    expect(whyLeftOut(fine)).toBeNull();
    expect(whyLeftOut({ ...fine, status: 'ARCHIVED' })).toBe('archived');
    expect(whyLeftOut({ ...fine, category: null })).toBe('not_for_trying_on');
    expect(whyLeftOut({ ...fine, readiness: 'NO_PICTURE' })).toBe('no_picture');
    expect(whyLeftOut({ ...fine, readiness: 'NOT_READY' })).toBe('not_ready');
  });

  it('takes as long as the slower of provider and call budget', () => {
    const plan = { secondsEach: 9, callsPerMinute: 1_000, callsPerSend: 1 };
    expect(estimateSeconds(0, plan)).toBe(0);
    expect(estimateSeconds(1, plan)).toBe(9);
    expect(estimateSeconds(300, plan)).toBe(900);
    expect(estimateSeconds(300, { ...plan, callsPerMinute: 60 })).toBe(1_800);
  });
});
