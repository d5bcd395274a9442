import { describe, expect, it } from 'vitest';
import { errorClasses } from '#lib/domain/try-on-error.ts';
import { tryOnProblemWords } from './try-on-problems.ts';

describe('what shoppers read of a try-on without a look', () => {
  it.each(errorClasses)('tells the shopper about %s in plain sentences', (name) => {
    const { title, advice } = tryOnProblemWords[name];
    expect(title).toMatch(/^[A-Z].{10,80}[a-z]$/u);
    expect(advice).toMatch(/^[A-Z].{20,}\.$/u);
    expect(`${title} ${advice}`).not.toMatch(
      /segmind|provider|api|http|json|error|credits?|key|\d{3}|_/iu,
    );
  });
});
