import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BulkChange, changeGarment } from './bulk-change.ts';

const garment = {
  status: 'DRAFT',
  category: 'UPPER_BODY',
  priceMinor: 4900,
  tags: ['summer', 'linen'],
  currency: 'EUR',
  hasPicture: true,
} satisfies Parameters<typeof changeGarment>[0];
const fields = {
  status: 'DRAFT',
  category: 'UPPER_BODY',
  priceMinor: 4900,
  tags: ['summer', 'linen'],
};
const change = (what: BulkChange, of: Partial<typeof garment> = {}) =>
  changeGarment({ ...garment, ...of }, what);

describe('a bulk change', () => {
  it('publishes what has a picture, and leaves what has none', () => {
    expect(change({ kind: 'status', status: 'ACTIVE' })).toEqual({
      kind: 'changed',
      fields: { ...fields, status: 'ACTIVE' },
    });
    const bare = changeGarment(
      { ...garment, tags: [], hasPicture: false },
      { kind: 'status', status: 'ACTIVE' },
    );
    expect(bare).toMatchObject({ kind: 'left', why: expect.stringContaining('no picture') });
  });

  it.each<[BulkChange, number | null]>([
    [{ kind: 'price', price: '59,90' }, 5990],
    [{ kind: 'price', price: 'cheap' }, null],
    [{ kind: 'price-by', basisPoints: -2000 }, 3920],
    [{ kind: 'price-by', basisPoints: 1250 }, 5513],
  ])('makes a price of %o', (what, price) => {
    const made = change(what);
    expect(made.kind === 'changed' ? made.fields.priceMinor : null).toBe(price);
  });

  it('takes tags away and adds others once, behind those that stay', () => {
    const made = change({ kind: 'tags', add: ['new', 'linen', 'new'], remove: ['summer'] });
    expect(made).toMatchObject({ kind: 'changed', fields: { tags: ['linen', 'new'] } });
  });

  it('is none when all is as asked for', () => {
    expect(change({ kind: 'category', category: 'UPPER_BODY' })).toEqual({ kind: 'same' });
    expect(change({ kind: 'tags', add: ['linen'], remove: ['winter'] })).toEqual({ kind: 'same' });
  });

  it('keeps a price a whole number of minor units, and never below nothing', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99_999_999 }),
        fc.integer({ min: -9_000, max: 30_000 }),
        (priceMinor, basisPoints) => {
          const made = changeGarment(
            { ...garment, tags: [], priceMinor },
            { kind: 'price-by', basisPoints },
          );
          if (made.kind !== 'changed') return;
          expect(Number.isInteger(made.fields.priceMinor)).toBe(true);
          expect(made.fields.priceMinor).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
