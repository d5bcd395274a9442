import { describe, expect, it } from 'vitest';
import { waitingReasons } from '#lib/domain/try-on.ts';
import {
  elapsedClock,
  expectation,
  lookText,
  stageText,
  takesLongerThanUsual,
  usualTime,
  waitingText,
} from './try-on.ts';

describe('the expected time', () => {
  it('is said in whole seconds below a minute and in minutes above', () => {
    expect(usualTime(0.2)).toBe('about a second');
    expect(usualTime(7.62)).toBe('about 8 seconds');
    expect(usualTime(59.7)).toBe('about a minute');
    expect(usualTime(150)).toBe('about 3 minutes');
  });

  it('says whose figure it is while nothing was measured here', () => {
    expect(expectation({ medianSeconds: 7.6, measured: true })).toBe('Usually about 8 seconds');
    expect(expectation({ medianSeconds: 7.6, measured: false })).toContain('service says');
  });

  it('is over when three times as much has passed', () => {
    expect(takesLongerThanUsual(20_000, 7)).toBe(false);
    expect(takesLongerThanUsual(21_001, 7)).toBe(true);
  });
});

describe('the elapsed time', () => {
  it('reads like a clock and never runs backwards past zero', () => {
    expect(elapsedClock(7_900)).toBe('0:07');
    expect(elapsedClock(750_000)).toBe('12:30');
    expect(elapsedClock(-4_000)).toBe('0:00');
  });
});

describe('a stage', () => {
  it('tells how many go first', () => {
    expect(stageText('queued', 0)).toBe('You are next.');
    expect(stageText('queued', 1)).toBe('One try-on is before yours.');
    expect(stageText('queued', 12)).toBe('12 try-ons are before yours.');
    expect(stageText('queued', 101)).toBe('More than 100 try-ons are before yours.');
  });

  it('that waits says that nothing is lost or that it goes on by itself', () => {
    for (const reason of waitingReasons) {
      expect(waitingText[reason]).toMatch(/nothing is lost|goes on by itself/);
      expect(waitingText[reason]).toContain('you may close this page');
    }
  });
});

describe('the text of a look', () => {
  it('names the garment and who wears it', () => {
    const garment = { title: 'Linen blouse', colour: 'Sage', category: 'UPPER_BODY' } as const;
    expect(lookText(garment, 'Ines')).toBe(
      'Linen blouse in sage, worn as a top by the house model Ines',
    );
    expect(lookText(garment, null)).toContain('the person in your photo');
  });

  it('names both garments of an outfit', () => {
    const garment = { title: 'Straight jeans', colour: '', category: 'LOWER_BODY' } as const;
    const text = 'Straight jeans and Linen blouse in sage, worn together by the house model Ines';
    expect(lookText(garment, 'Ines', { title: 'Linen blouse', colour: 'Sage' })).toBe(text);
  });
});
