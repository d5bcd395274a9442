import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RAW_TEXT_LIMIT, toRawText } from './raw-text.ts';
import { TEST_KEY } from './testing/scripted-fetch.ts';

const clean = (input: string | Uint8Array) => toRawText(input, TEST_KEY);

describe('text that is kept as evidence', () => {
  it('keeps the first 2 kB', () => {
    expect(clean('word '.repeat(10_000))).toHaveLength(RAW_TEXT_LIMIT);
  });

  it('leaves no trace of the key, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 3000 }), fc.string({ maxLength: 3000 }), (a, b) => {
        expect(clean(`${a}${TEST_KEY}${b}`)).not.toContain(TEST_KEY);
        expect(clean(new TextEncoder().encode(`${a}${TEST_KEY}${b}`))).not.toContain(TEST_KEY);
      }),
    );
  });

  it('knows a key with signs in it in both its spellings', () => {
    const key = 'SG_a+b/c==';
    expect(toRawText(`plain ${key}, encoded ${encodeURIComponent(key)}`, key)).toBe(
      'plain [key], encoded [key]',
    );
  });

  it('keeps an address, but not the signature in it', () => {
    expect(clean('rejected: "https://shop.example/p.jpg?sig=abc&x=1" (404)')).toBe(
      'rejected: "https://shop.example/p.jpg?[…]" (404)',
    );
  });

  it('keeps no bytes of a picture', () => {
    const text = clean(`{"image":"data:image/png;base64,${'iVBORw0KGgo'.repeat(100)}"}`);
    expect(text).toBe('{"image":"data:image/png;base64,[base64]"}');
  });

  it('gives nothing that Postgres would refuse', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 4000 }), (bytes) => {
        const text = clean(bytes);
        expect(text).not.toContain('\u0000');
        expect(text.isWellFormed()).toBe(true);
      }),
    );
    expect(clean('a\u0000b\ud800')).toBe('a\ufffdb\ufffd');
  });

  it('does not cut a character in two', () => {
    expect(clean(`${'a'.repeat(RAW_TEXT_LIMIT - 1)}👗`).isWellFormed()).toBe(true);
  });
});
