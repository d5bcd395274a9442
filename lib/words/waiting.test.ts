import { describe, expect, it } from 'vitest';
import { waitingReasons } from '#lib/domain/try-on.ts';
import { trayWords } from './tray.ts';
import { endedText, endedTitle, timeSoFar, waitingShortly } from './waiting.ts';

const tee = { title: 'Boxy tee', ready: true };
const dress = { title: 'Tea dress', ready: true };
const jeans = { title: 'Straight jeans', ready: false };

describe('what is told when try-ons have ended', () => {
  it('names a single one, and counts several', () => {
    expect(endedText([tee])).toBe('Your look is ready: Boxy tee.');
    expect(endedText([tee, dress])).toBe('2 looks are ready.');
    expect(endedText([jeans])).toBe('This one did not work out: Straight jeans.');
  });

  it('keeps looks and failures apart', () => {
    expect(endedText([tee, jeans, dress])).toBe(
      '2 looks are ready. This one did not work out: Straight jeans.',
    );
  });

  it('promises no look in the tab’s name when there is none', () => {
    expect(endedTitle([tee])).toBe('(1) Your look is ready');
    expect(endedTitle([tee, dress])).toBe('(2) Your looks are ready');
    expect(endedTitle([tee, jeans])).toBe('(2) Your look is ready');
    expect(endedTitle([jeans])).toBe('(1) No look this time');
  });
});

describe('the time in the tray', () => {
  it('stands beside what is usual, until it is longer than that', () => {
    const expected = { medianSeconds: 7.6, measured: true };
    expect(timeSoFar(4_000, expected)).toBe('0:04, usually about 8 seconds');
    expect(timeSoFar(4_000, { ...expected, measured: false })).toBe(
      '0:04, should take about 8 seconds',
    );
    expect(timeSoFar(60_000, expected)).toBe('1:00, longer than usual');
  });

  it('has a reason for every wait', () => {
    for (const reason of waitingReasons) expect(waitingShortly[reason]).not.toBe('');
  });

  it('counts one look as one', () => {
    expect(trayWords.making(1)).toBe('1 look in the making');
    expect(trayWords.making(3)).toBe('3 looks in the making');
  });
});
