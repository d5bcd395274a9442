import { describe, expect, it } from 'vitest';
import { readSubject } from './last-subject.ts';

describe('the remembered subject', () => {
  it('is read back as it was kept', () => {
    expect(readSubject({ kind: 'house-model', slug: 'noor' })).toEqual({
      kind: 'house-model',
      slug: 'noor',
    });
    expect(readSubject({ kind: 'photo', photoId: 'p', extra: 1 })).toEqual({
      kind: 'photo',
      photoId: 'p',
    });
  });

  it('is nobody when the storage holds something else', () => {
    for (const other of [null, 3, 'photo', {}, { kind: 'photo' }, { kind: 'model', slug: 'x' }]) {
      expect(readSubject(other)).toBeNull();
    }
  });
});
