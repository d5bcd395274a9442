import { expect, it } from 'vitest';
import { helpsToAskAgain } from './bulk-retry.ts';

it('asks again in vain where only another photo or a mend helps', () => {
  expect(helpsToAskAgain('provider_timeout')).toBe(true);
  expect(helpsToAskAgain('no_person')).toBe(false);
  expect(helpsToAskAgain('invalid_request')).toBe(false);
});

it('may ask again for what nobody has classed', () => {
  expect(helpsToAskAgain('unclassified')).toBe(true);
  expect(helpsToAskAgain(null)).toBe(true);
});
