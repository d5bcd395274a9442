import { describe, expect, it } from 'vitest';
import { allowanceWords, goOnText } from './allowance.ts';

describe('the words for an allowance', () => {
  it('count try-ons', () => {
    expect(allowanceWords.left(4, 12)).toBe('4 of 12 try-ons left today');
    expect(allowanceWords.usedUp(12)).toBe('Today’s 12 try-ons are used up');
  });

  it('say when it goes on, and to a guest how it goes on now', () => {
    const now = new Date(2026, 10, 22, 21, 30);
    const soon = new Date(2026, 10, 22, 23, 5);
    const later = new Date(2026, 10, 23, 9, 40);
    expect(goOnText(soon, false, now)).toBe('You can go on today at 23:05.');
    expect(goOnText(later, false, now)).toBe('You can go on tomorrow at 09:40.');
    expect(goOnText(later, true, now)).toBe(
      'You can go on tomorrow at 09:40, or now with an account: it has 60 a day.',
    );
  });
});
