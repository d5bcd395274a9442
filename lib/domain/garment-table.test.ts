import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { garmentKinds } from './category.ts';
import { garmentStatuses, readinesses } from './garment-status.ts';
import {
  parsePlace,
  parseTable,
  printPlace,
  printTable,
  type TableQuery,
  tableSorts,
  wholeTable,
} from './garment-table.ts';

const words = fc
  .string({ unit: 'grapheme', maxLength: 30 })
  .map((text) => text.replaceAll('\0', '').replace(/\s+/g, ' ').trim());

const query: fc.Arbitrary<TableQuery> = fc.record({
  q: words,
  status: fc.constantFrom(null, ...garmentStatuses),
  kind: fc.constantFrom(null, ...garmentKinds),
  readiness: fc.constantFrom(null, ...readinesses),
  tag: words.map((word) => word.slice(0, 40).trim()),
  sort: fc.constantFrom(...tableSorts),
});

const paramsOf = (printed: string) => Object.fromEntries(new URLSearchParams(printed));

describe('the address of a table', () => {
  it('is read as it was printed', () => {
    fc.assert(
      fc.property(query, (asked) => {
        expect(parseTable(paramsOf(printTable(asked)))).toEqual(asked);
      }),
    );
  });

  it('is the shorter the less it says', () => {
    expect(printTable(wholeTable)).toBe('');
    expect(printTable({ ...wholeTable, status: 'DRAFT' })).toBe('status=DRAFT');
  });

  it('leaves out what it does not know, whatever somebody writes', () => {
    expect(
      parseTable({ status: 'SOLD', sort: 'luck', kind: ['NONE', 'DRESS'], q: ' a\0 b ' }),
    ).toEqual({
      ...wholeTable,
      kind: 'NONE',
      q: 'a b',
    });
  });
});

describe('the place after a row', () => {
  const id = '01a21fae-e08b-76aa-b7b8-9cc4d146c631';

  it.each([
    { sort: '-updated', value: '2026-11-28T01:02:03.004Z', id },
    { sort: 'title', value: 'Tea dress, “été” 100 %', id },
    { sort: '-price', value: '4900', id },
  ] as const)('is read as it was printed, by $sort', (place) => {
    expect(parsePlace(printPlace(place), place.sort)).toEqual(place);
  });

  it('is none in another order', () => {
    expect(parsePlace(printPlace({ sort: 'price', value: '1', id }), '-price')).toBeNull();
  });

  it('is none when it is made up', () => {
    const madeUp = ['', '%', 'null', '[]', '["price","x",1]'];
    for (const sort of tableSorts) {
      madeUp.push(
        JSON.stringify([sort, 'x'.repeat(300), id]),
        JSON.stringify([sort, '1', 'no id']),
      );
      madeUp.push(JSON.stringify([sort, '2026-99-99T00:00:00.000Z'.repeat(10), id]));
      for (const printed of madeUp) expect(parsePlace(printed, sort)).toBeNull();
    }
  });
});
