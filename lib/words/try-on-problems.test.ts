import { describe, expect, it } from 'vitest';
import { errorClasses } from '#lib/domain/try-on-error.ts';
import { problemWords, tryOnProblemWords } from './try-on-problems.ts';

describe('what shoppers read of a try-on without a look', () => {
  it.each(errorClasses)('tells the shopper about %s in plain sentences', (name) => {
    const { title, advice } = tryOnProblemWords[name];
    expect(title).toMatch(/^[A-Z].{10,80}[a-z]$/u);
    expect(advice).toMatch(/^[A-Z].{20,}\.$/u);
    expect(`${title} ${advice}`).not.toMatch(
      /segmind|provider|api|http|json|error|credits?|key|\d{3}|_/iu,
    );
  });

  it.each(errorClasses)('asks nobody on a house model for another photo after %s', (name) => {
    const { title, advice } = problemWords(name, 'house-model');
    expect(title).toBe(tryOnProblemWords[name].title);
    expect(advice).not.toMatch(/(?:try|use|different|another) (?:a )?photo/iu);
  });
});
