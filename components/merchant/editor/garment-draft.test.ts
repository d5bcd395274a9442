import { describe, expect, it } from 'vitest';
import type { EditableGarment } from '#lib/contracts/garment-edit.ts';
import {
  draftOf,
  draftRules,
  emptyDraft,
  type GarmentDraft,
  priceText,
  readChartNumber,
} from './garment-draft.ts';

const ids = [1, 2, 3].map((n) => `0193f3c2-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const picture = (id: string, alt: string) => ({
  id,
  alt,
  url: '',
  width: 3,
  height: 4,
  verdict: null,
});

const shirt: EditableGarment = {
  id: ids[0],
  slug: 'linen-shirt',
  version: 3,
  title: 'Linen shirt',
  description: 'Cut wide.',
  category: 'UPPER_BODY',
  status: 'DRAFT',
  colour: 'White',
  colourFamily: 'white',
  material: 'Linen',
  productType: 'Shirts',
  tags: ['summer'],
  price: { minor: 4990, currency: 'EUR' },
  variants: [
    {
      id: ids[1],
      size: 'S',
      sku: 'LS-S',
      barcode: '',
      externalId: '',
      price: { minor: 4490, currency: 'EUR' },
      stock: 4,
    },
  ],
  sizeChart: { columns: ['Chest (cm)'], rows: [{ size: 'S', values: [96.5] }] },
  pictures: [picture(ids[1], 'Front'), picture(ids[2], '')],
  pinnedPictureId: ids[2],
  colours: [],
  unused: true,
  changedBy: null,
};

const rules = draftRules('EUR');
const draft = draftOf(shirt);
const same = (field: keyof GarmentDraft, value: unknown) =>
  rules.isSame(field, value, draft[field]);

describe('a garment in the editor', () => {
  it('is the same when the same is written otherwise', () => {
    expect(same('price', '49,9')).toBe(true);
    expect(same('price', '49,91')).toBe(false);
    expect(same('title', ' Linen shirt ')).toBe(true);
    const [row] = draft.variants;
    const blank = {
      id: 'new',
      size: '',
      sku: '',
      barcode: '',
      price: '',
      stock: '',
      externalId: '',
    };
    expect(same('variants', [{ ...row, price: '44.9', stock: ' 4' }, blank])).toBe(true);
    expect(same('variants', [{ ...row, price: '' }])).toBe(false);
    expect(same('sizeChart', chart('Chest (cm) ', '96,50'))).toBe(true);
    expect(same('sizeChart', chart('Bust (cm)', '96.5'))).toBe(false);
    expect(same('sizeChart', emptyDraft.sizeChart)).toBe(false);
    expect(same('pinnedPictureId', null)).toBe(false);
  });

  it('has a field for the words of each picture', () => {
    expect(draft[`alt:${ids[1]}`]).toBe('Front');
    expect(draft[`alt:${ids[2]}`]).toBe('');
  });

  it('keeps an order of one’s own while pictures come and go', () => {
    const rebase = (mine: string[], theirs: string[]) =>
      rules.rebase?.('pictureOrder', { mine, base: ['a', 'b', 'c'], theirs });
    expect(rebase(['c', 'a', 'b'], ['a', 'b', 'c', 'new'])).toEqual(['c', 'a', 'b', 'new']);
    expect(rebase(['c', 'a', 'b'], ['a', 'c'])).toEqual(['c', 'a']);
    expect(rebase(['c', 'a', 'b'], ['b', 'a', 'c'])).toBeUndefined();
  });

  it('shows a price with the digits of its currency', () => {
    expect(priceText({ minor: 4900, currency: 'EUR' })).toBe('49.00');
    expect(priceText({ minor: 4900, currency: 'JPY' })).toBe('4900');
  });

  it('reads numbers of a chart as they are typed', () => {
    expect(readChartNumber(' 96,5 ')).toBe(96.5);
    expect(readChartNumber('96 cm')).toBeNull();
  });
});

function chart(name: string, value: string) {
  return {
    columns: [{ id: 'x', name }],
    rows: [{ id: 'y', size: 'S', values: { x: value } }],
  };
}
