import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, eachDay, isDay, lastDays, lengthOf, MOST_DAYS, spansOf } from './figure-days.ts';

const period = fc
  .tuple(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 1, max: MOST_DAYS }))
  .map(([start, days]) => {
    const from = addDays('1970-01-01', start);
    return { from, to: addDays(from, days - 1) };
  });

describe('days', () => {
  it('are counted with the first and the last', () => {
    expect(lastDays(7, '2026-03-03')).toEqual({ from: '2026-02-25', to: '2026-03-03' });
    expect(eachDay({ from: '2028-02-28', to: '2028-03-01' })).toEqual([
      '2028-02-28',
      '2028-02-29',
      '2028-03-01',
    ]);
  });

  it('are of the calendar', () => {
    expect(['2026-02-28', '2026-02-30', '2026-2-3', 'today'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('the spans of a period', () => {
  it('have each of its days once', () => {
    fc.assert(
      fc.property(period, (asked) => {
        const days = spansOf(asked).flatMap(({ days, start }) =>
          eachDay({ from: start, to: addDays(start, days - 1) }),
        );
        expect(days).toEqual(eachDay(asked));
      }),
    );
  });

  it('are few', () => {
    fc.assert(
      fc.property(period, (asked) => {
        expect(spansOf(asked).length).toBeLessThanOrEqual(Math.floor(lengthOf(asked) / 27) + 12);
      }),
    );
  });
});
