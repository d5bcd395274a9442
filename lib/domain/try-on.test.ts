import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  activeStates,
  finalStates,
  isFinal,
  mayFollow,
  needsReview,
  type TryOnState,
  tryOnStates,
} from './try-on.ts';

describe('the life of a try-on', () => {
  it('has no way out of a final state', () => {
    for (const from of finalStates) {
      for (const to of tryOnStates) expect(mayFollow(from, to)).toBe(false);
    }
  });

  it('reaches an end from every state that is under way', () => {
    const reachesEnd = (from: (typeof tryOnStates)[number]): boolean =>
      isFinal(from) || tryOnStates.some((to) => to !== 'queued' && mayFollow(from, to));
    expect(activeStates.every(reachesEnd)).toBe(true);
  });

  it('never goes back once the provider has it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 30 }), (choices) => {
        const walk: TryOnState[] = ['queued'];
        for (const choice of choices) {
          const from = walk.at(-1) ?? 'queued';
          const next = tryOnStates.filter((to) => mayFollow(from, to));
          const to = next[choice % Math.max(1, next.length)];
          if (to) walk.push(to);
        }
        const accepted = walk.indexOf('running');
        const after = accepted < 0 ? [] : walk.slice(accepted + 1);
        expect(after).not.toContain('queued');
        expect(after).not.toContain('sending');
      }),
      { numRuns: 10_000 },
    );
  });

  it('ends a lost submit where only a person can ask again', () => {
    expect(mayFollow('sending', 'unknown')).toBe(true);
    expect(mayFollow('unknown', 'queued')).toBe(false);
    expect(mayFollow('unknown', 'sending')).toBe(false);
  });

  it('shows an admin every end without a look but a cancellation', () => {
    expect(tryOnStates.filter(needsReview)).toEqual(['failed', 'blocked', 'expired', 'unknown']);
  });
});
