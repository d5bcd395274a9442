import { expect, it } from 'vitest';
import { withoutSecrets } from './redact.ts';

it('takes signatures, keys and e-mail addresses out of a provider’s words', () => {
  const said =
    'Could not load https://store.example/a/b.jpg?X-Sig=abc&expires=9 for ada.l+x@example.co.uk, ' +
    'x-api-key: SG_0123456789abcdef, Authorization: Bearer eyJhbGciOi.J9.x-y';
  expect(withoutSecrets(said)).toBe(
    'Could not load https://store.example/a/b.jpg?[…] for [e-mail], ' +
      'x-api-key: [key], Authorization: Bearer [key]',
  );
  expect(withoutSecrets('refused SG_0123456789abcdef')).toBe('refused [key]');
});

it('leaves everything else as it was said', () => {
  const said = 'FAILED: NSFW content detected @ step 12 (key points: 17) https://api.example/v2/x';
  expect(withoutSecrets(said)).toBe(said);
});
