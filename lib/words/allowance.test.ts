import { describe, expect, it } from 'vitest';
import { allowanceWords, goOnText, usedUpText } from './allowance.ts';

describe('the words for an allowance', () => {
  const now = new Date(2026, 10, 22, 21, 30);
  const later = new Date(2026, 10, 23, 9, 40);

  it('count try-ons', () => {
    expect(allowanceWords.left(4, 12)).toBe('4 of 12 try-ons left today');
    expect(usedUpText({ of: 'person', aDay: 12 })).toBe('Today’s 12 try-ons are used up');
  });

  it('say when it goes on, and to a guest how it goes on now', () => {
    const soon = new Date(2026, 10, 22, 23, 5);
    const member = { of: 'person', isGuest: false } as const;
    expect(goOnText(soon, member, now)).toBe('You can go on today at 23:05.');
    expect(goOnText(later, member, now)).toBe('You can go on tomorrow at 09:40.');
    expect(goOnText(later, { of: 'person', isGuest: true }, now)).toBe(
      'You can go on tomorrow at 09:40, or now with an account, which has more a day.',
    );
  });

  it('say of a shop’s own cap that it is the shop’s, and promise nothing of an account', () => {
    expect(usedUpText({ of: 'shopper', aDay: 3 })).toBe(
      'Today’s 3 try-ons in this shop are used up',
    );
    expect(goOnText(later, { of: 'shopper', isGuest: true }, now)).toBe(
      'You can go on tomorrow at 09:40, and in other shops now.',
    );
    const firstOfMonth = new Date(2026, 11, 1, 1, 0);
    expect(goOnText(firstOfMonth, { of: 'shop-month', isGuest: false }, now)).toBe(
      'You can go on from 1 December, 01:00, and in other shops now.',
    );
  });
});
