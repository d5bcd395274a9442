import { expect, it } from 'vitest';
import { firstSteps, type GarmentCount, isForTryOns } from './first-steps.ts';

const tee: GarmentCount = { status: 'DRAFT', readiness: 'READY', forTryOns: true, count: 1 };
const done = (garments: GarmentCount[], triedOn = false) =>
  firstSteps({ garments, triedOn })
    .filter((step) => step.done)
    .map(({ name }) => name);

it('takes the steps from what is there', () => {
  expect(done([])).toEqual([]);
  expect(done([{ ...tee, readiness: 'NO_PICTURE' }])).toEqual(['garments']);
  expect(done([{ ...tee, readiness: 'NOT_READY' }])).toEqual(['garments']);
  expect(done([{ ...tee, readiness: 'FAIR' }])).toEqual(['garments', 'pictures']);
  expect(done([{ ...tee, status: 'ACTIVE' }])).toEqual(['garments', 'pictures', 'publish']);
  expect(done([{ ...tee, status: 'ACTIVE' }], true)).toHaveLength(4);
});

it('does not take a bag for something that can be tried on', () => {
  const bag: GarmentCount = { ...tee, status: 'ACTIVE', forTryOns: false };
  expect(done([bag])).toEqual(['garments']);
});

it('asks for no picture of what nobody tries on, or what was put away', () => {
  expect(isForTryOns(tee)).toBe(true);
  expect(isForTryOns({ ...tee, forTryOns: false })).toBe(false);
  expect(isForTryOns({ ...tee, status: 'ARCHIVED' })).toBe(false);
});
