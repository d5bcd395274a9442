import { describe, expect, it } from 'vitest';
import { contentTypeOf, InvalidStorageKey, isStorageKey, newStorageKey } from './storage.ts';

describe('newStorageKey', () => {
  it('makes keys of the kind and type that is asked for', () => {
    expect(newStorageKey('photos')).toMatch(/^photos\/[0-9a-f]{32}\.jpg$/);
    expect(newStorageKey('garments', 'webp')).toMatch(/^garments\/[0-9a-f]{32}\.webp$/);
  });

  it('makes keys that are valid and never the same', () => {
    const keys = Array.from({ length: 1_000 }, () => newStorageKey('looks'));
    expect(keys.every(isStorageKey)).toBe(true);
    expect(new Set(keys).size).toBe(1_000);
  });
});

describe('contentTypeOf', () => {
  it('reads the content type from the extension', () => {
    expect(contentTypeOf(newStorageKey('garments', 'webp'))).toBe('image/webp');
    expect(contentTypeOf(newStorageKey('exports', 'zip'))).toBe('application/zip');
  });

  it('refuses what is no key', () => {
    expect(() => contentTypeOf('photos/me.jpg')).toThrow(InvalidStorageKey);
  });
});
