import { describe, expect, it } from 'vitest';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { newLookOf, nextQuestionIn, statusPath } from './try-on-polling.ts';

const running = { state: 'running' } as TryOnView;
const succeeded = { state: 'succeeded' } as TryOnView;

describe('the next question about a try-on', () => {
  it('ends with a final state', () => {
    expect(nextQuestionIn(succeeded, { tookMs: 9_000, changed: true })).toBe(0);
  });

  it('goes on, slowly, while an appeal waits for an answer', () => {
    const appealed = { state: 'blocked', appeal: { state: 'OPEN' } } as TryOnView;
    expect(nextQuestionIn(appealed, { tookMs: 40, changed: true })).toBeGreaterThan(10_000);
    const answered = { state: 'blocked', appeal: { state: 'UPHELD' } } as TryOnView;
    expect(nextQuestionIn(answered, { tookMs: 40, changed: true })).toBe(0);
  });

  it('comes even before the first answer', () => {
    expect(nextQuestionIn(undefined, { tookMs: 0, changed: false })).toBeGreaterThan(0);
  });

  it('follows at once on an answer that was held or that brought something', () => {
    expect(nextQuestionIn(running, { tookMs: 25_000, changed: false })).toBeLessThan(100);
    expect(nextQuestionIn(running, { tookMs: 40, changed: true })).toBeLessThan(100);
  });

  it('slows down where the server does not hold its answers', () => {
    expect(nextQuestionIn(running, { tookMs: 40, changed: false })).toBeGreaterThan(1_000);
  });
});

describe('the address of the question', () => {
  it('asks to be held only once a version is known', () => {
    expect(statusPath('a', undefined)).toBe('/api/try-ons/a');
    expect(statusPath('a', 3)).toBe('/api/try-ons/a?since=3&wait=25');
  });
});

describe('the look to fetch ahead', () => {
  const done = { state: 'succeeded', version: 5, look: { url: '/media/a' } } as TryOnView;

  it('is the one that was waited for', () => {
    expect(newLookOf(done, 4)).toBe('/media/a');
  });

  it('is none that the page has already, or comes upon without waiting', () => {
    expect(newLookOf(done, 5)).toBeNull();
    expect(newLookOf(done, undefined)).toBeNull();
    expect(newLookOf({ ...running, version: 5 } as TryOnView, 4)).toBeNull();
  });
});
