import { expect, it } from 'vitest';
import { isFormOf } from './word-forms.ts';

it('knows one word in its regular forms, either way', () => {
  for (const [one, other] of [
    ['dress', 'dress'],
    ['dresses', 'dress'],
    ['trouser', 'trousers'],
    ['knitted', 'knit'],
    ['knitting', 'knitted'],
    ['striped', 'stripes'],
    ['berries', 'berry'],
    ['washing', 'washed'],
  ] as const) {
    expect([one, other, isFormOf(one, other)]).toEqual([one, other, true]);
    expect(isFormOf(other, one)).toBe(true);
  }
});

it('does not take a mistyped word for a form', () => {
  for (const [one, other] of [
    ['boxi', 'boxy'],
    ['navi', 'navy'],
    ['blous', 'blouse'],
    ['tee', 'tea'],
    ['is', 'i'],
  ] as const) {
    expect([one, other, isFormOf(one, other)]).toEqual([one, other, false]);
  }
});
