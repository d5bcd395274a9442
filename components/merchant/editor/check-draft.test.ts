import { describe, expect, it } from 'vitest';
import { garmentChanges, newGarmentBody } from '#lib/contracts/garment-edit.ts';
import {
  canBegin,
  cellKey,
  checkDraft,
  fieldOfPath,
  toChanges,
  toNewGarment,
} from './check-draft.ts';
import { emptyDraft, type GarmentDraft, newVariant } from './garment-draft.ts';

const rowId = '0193f3c2-0000-7000-8000-000000000001';
const otherId = '0193f3c2-0000-7000-8000-000000000002';
const begun: GarmentDraft = {
  ...emptyDraft,
  title: 'Linen shirt',
  category: 'UPPER_BODY',
  price: '49,90',
};
const check = (change: Partial<GarmentDraft>) =>
  checkDraft(Object.assign({}, begun, change), 'EUR');
const fieldsOf = (change: Partial<GarmentDraft>) => Object.fromEntries(check(change).fields);
const chart = (...values: string[]) => ({
  columns: [{ id: 'chest', name: 'Chest (cm)' }],
  rows: values.map((chest, index) => ({ id: `${index}`, size: `${index}`, values: { chest } })),
});

describe('what is wrong with a draft', () => {
  it('is said of an empty one in words', () => {
    const problems = checkDraft(emptyDraft, 'EUR');
    expect(Object.fromEntries(problems.fields)).toEqual({
      title: 'Give the garment a title.',
      category: 'Choose what kind of garment it is.',
      price: 'Give a price.',
    });
    expect(canBegin(problems)).toBe(false);
    expect(canBegin(check({ tags: [''] }))).toBe(true);
  });

  it('is a price that is no number of the shop’s currency', () => {
    expect(fieldsOf({ price: 'about 50' })).toEqual({
      price: 'Write a number, like 49 or 49.90.',
    });
    expect(fieldsOf({})).toEqual({});
  });

  it('is said in the cell of a size', () => {
    const row = { ...newVariant(rowId, 'S'), price: 'x', stock: '1.5' };
    const { fields, cells } = check({
      variants: [row, { ...newVariant(otherId, 'S') }, newVariant('blank')],
    });
    expect(fields.has('variants')).toBe(true);
    expect(Object.fromEntries(cells)).toEqual({
      [cellKey(rowId, 'price')]: 'Write a number, like 49 or 49.90.',
      [cellKey(rowId, 'stock')]: 'Give whole pieces.',
      [cellKey(otherId, 'size')]: 'This size is there already.',
    });
  });

  it('is a size without a name, but not a row that nothing was written into', () => {
    const { cells } = check({ variants: [{ ...newVariant(rowId), sku: 'A-1' }] });
    expect([...cells]).toEqual([[cellKey(rowId, 'size'), 'Give the size a name.']]);
    expect(fieldsOf({ variants: [newVariant(rowId)] })).toEqual({});
  });

  it('is a size chart with holes', () => {
    expect(fieldsOf({ sizeChart: chart('96', '', '') })).toEqual({
      sizeChart: '2 numbers are missing.',
    });
    expect(fieldsOf({ sizeChart: chart('96', '102,5') })).toEqual({});
    expect(fieldsOf({ sizeChart: { ...chart('96'), columns: [] } })).toEqual({
      sizeChart: 'It has no measurements yet.',
    });
    expect([...check({ sizeChart: chart('wide') }).cells.values()]).toEqual(['Write a number.']);
  });
});

describe('a draft on its way to the server', () => {
  it('is what the server takes', () => {
    const changes = toChanges({
      title: 'Linen',
      category: null,
      variants: [{ ...newVariant(rowId, ' S '), stock: '4' }, newVariant(otherId)],
      sizeChart: chart('96,5'),
      [`alt:${otherId}`]: 'Front',
      pinnedPictureId: null,
    });
    expect(changes).toEqual({
      title: 'Linen',
      variants: [{ ...newVariant(rowId, ' S '), stock: 4 }],
      sizeChart: { columns: ['Chest (cm)'], rows: [{ size: '0', values: [96.5] }] },
      alts: { [otherId]: 'Front' },
      pinnedPictureId: null,
    });
    expect(garmentChanges.parse(changes).variants?.[0]?.size).toBe('S');
  });

  it('takes an empty chart away', () => {
    expect(toChanges({ sizeChart: emptyDraft.sizeChart })).toEqual({ sizeChart: null });
  });

  it('begins with what it has', () => {
    const { title, category, price } = begun;
    const body = toNewGarment(rowId, { title, category, price, tags: ['linen'] });
    expect(newGarmentBody.parse(body)).toMatchObject({
      id: rowId,
      price: '49,90',
      tags: ['linen'],
    });
  });
});

describe('what the server says', () => {
  it('belongs to the field that it is about', () => {
    expect(fieldOfPath('changes.variants.3.price')).toBe('variants');
    expect(fieldOfPath('price')).toBe('price');
    expect(fieldOfPath(`changes.alts.${rowId}`)).toBe(`alt:${rowId}`);
  });
});
