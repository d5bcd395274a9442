import { describe, expect, it } from 'vitest';
import type { HoldOutView } from '#lib/contracts/figures.ts';
import { findingOf, outcomes, sayFinding } from './lift-words.ts';

const [bagged] = outcomes;

/** With plain blanks, as one reads it. */
function say(shown: [hits: number, of: number], hidden: [hits: number, of: number]): string {
  const arm = ([hits, of]: [number, number]) => ({ visitors: of, bagged: hits, ordered: 0 });
  const holdOut: HoldOutView = {
    id: 'one',
    percent: 10,
    startedAt: '2026-11-01T00:00:00.000Z',
    endedAt: null,
    arms: { shown: arm(shown), hidden: arm(hidden) },
  };
  return sayFinding(findingOf(holdOut, bagged), bagged).replaceAll('\u00a0', ' ');
}

describe('what an experiment is said to have found', () => {
  it('is a difference with its interval', () => {
    expect(say([1_210, 10_000], [98, 1_000])).toBe(
      'With the fitting room 12.1 % put something into the bag, without it 9.8 %. The difference is +2.3 points; with 95 % confidence it lies between +0.2 and +4.1. That is 23.5 % more (1.8 % to 50.3 %).',
    );
  });

  it('is as plainly a loss', () => {
    expect(say([800, 10_000], [150, 1_000])).toMatch(
      /The difference is −7\.0 points; .* That is 46\.7 % less \(\d.* % to \d.* %\)\.$/,
    );
  });

  it('is how much is missing, where chance could have made it', () => {
    expect(say([121, 1_000], [98, 1_000])).toMatch(
      /^The data do not decide yet\. .* About [\d,]+ more visitors are needed to see a difference of this size\.$/,
    );
    expect(say([100, 1_000], [100, 1_000])).not.toMatch(/more visitors/);
  });

  it('is nothing of a few', () => {
    expect(say([3, 20], [1, 4])).toBe(
      'Too few to tell: of 24 visitors so far, 4 put something into the bag.',
    );
  });
});
