import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CaseQuery, caseOrders, readCaseQuery, writeCaseQuery } from './case-query.ts';
import { reviewCauses } from './review-case.ts';
import { errorClasses } from './try-on-error.ts';

const words = fc.stringMatching(/^[a-z0-9#:][a-z0-9 #:…]{0,40}[a-z0-9]$/);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

it('comes back from an address as it went in', () => {
  const query: fc.Arbitrary<CaseQuery> = fc.record({
    status: fc.constantFrom('open' as const, 'resolved' as const, 'any' as const),
    cause: maybe(fc.constantFrom(...reviewCauses)),
    appeal: maybe(fc.constantFrom('open' as const, 'any' as const)),
    errorClass: maybe(fc.constantFrom(...errorClasses)),
    shop: maybe(words),
    garment: maybe(words),
    person: maybe(fc.uuid()),
    assignee: maybe(words),
    olderThanHours: maybe(fc.integer({ min: 1, max: 8_760 })),
    signature: maybe(words),
    search: maybe(words),
    order: fc.constantFrom(...caseOrders),
  });
  fc.assert(
    fc.property(query, (asked) => {
      const address = new URLSearchParams(writeCaseQuery(asked));
      expect(readCaseQuery(Object.fromEntries(address))).toEqual(asked);
    }),
  );
});

it('is the open queue, newest first, where nothing is asked', () => {
  const plain = readCaseQuery({});
  expect(plain).toMatchObject({ status: 'open', order: 'newest' });
  expect(writeCaseQuery(plain)).toBe('');
});

it('leaves out what it does not know', () => {
  const odd = {
    cause: 'strange',
    errorClass: 'toString',
    olderThanHours: '-3',
    status: ['a', 'b'],
  };
  expect(readCaseQuery(odd)).toEqual(readCaseQuery({}));
});
