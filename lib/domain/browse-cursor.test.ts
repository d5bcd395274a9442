import fc from 'fast-check';
import { expect, it } from 'vitest';
import { garmentSorts } from './browse.ts';
import { type BrowseCursor, parseCursor, printCursor } from './browse-cursor.ts';

const id = fc.uuid();
const listedAt = fc
  .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const priceMinor = fc.integer({ min: 0, max: 2_147_483_647 });
const cursors: fc.Arbitrary<BrowseCursor> = fc.oneof(
  fc.record({ by: fc.constant('newest' as const), listedAt, id }),
  fc.record({ by: fc.constantFrom('price-up', 'price-down'), priceMinor, id }),
  fc.record({ by: fc.constant('relevance' as const), near: fc.boolean(), listedAt, id }),
);

it('finds its place again, in its own sort only', () => {
  fc.assert(
    fc.property(cursors, (cursor) => {
      for (const sort of garmentSorts) {
        const read = parseCursor(printCursor(cursor), sort);
        expect(read).toEqual(sort === cursor.by ? cursor : null);
      }
    }),
  );
});

it('is nothing when it is not one of ours', () => {
  const garmentId = '019abcde-0000-7000-8000-000000000000';
  for (const text of [
    '',
    'n',
    `n.1`,
    `n.-1.${garmentId}`,
    `n.1.${garmentId}'--`,
    `x.1.${garmentId}`,
    `n.999999999999999.${garmentId}`,
    `u.2147483648.${garmentId}`,
  ]) {
    for (const sort of garmentSorts) expect(parseCursor(text, sort)).toBeNull();
  }
  fc.assert(fc.property(fc.string(), (text) => parseCursor(text, 'newest') === null));
});
