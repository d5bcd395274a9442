import { expect, it } from 'vitest';
import { caseSignature, normaliseProviderText } from './provider-signature.ts';

it('reads the same whatever id, address or figure stands in it', () => {
  const one = 'Failed to load https://cdn.example/a/1.png?sig=x (request 3f2a9c1e7b, 12.5 s)';
  const other = 'failed to  load https://other.example/b.jpg (request 99aa01bc22, 3.0 s)';
  expect(normaliseProviderText(one)).toBe('failed to load … (request #, #.# s)');
  expect(normaliseProviderText(other)).toBe(normaliseProviderText(one));
});

it('leaves words alone that only look like ids', () => {
  expect(normaliseProviderText('The defaced facade was effaced')).toBe(
    'the defaced facade was effaced',
  );
});

it('keeps apart what was classed apart', () => {
  expect(caseSignature('no_person', 'Odd')).not.toBe(caseSignature('unclassified', 'Odd'));
  expect(caseSignature('submit_unknown', null)).toBe('submit_unknown:');
});

it('cuts no character in two', () => {
  expect(normaliseProviderText(`${'a'.repeat(299)}😀`).isWellFormed()).toBe(true);
});
