import { describe, expect, it } from 'vitest';
import { nameOf, personOf, subjectOf } from './subject.ts';

const own = { kind: 'photo', photoId: 'p', picture: null } as const;
const noor = { kind: 'house-model', slug: 'noor', name: 'Noor', picture: null } as const;

describe('who wears it', () => {
  it('is a person of whom nothing else is sent along', () => {
    expect(personOf({ subject: own })).toEqual({ kind: 'photo', photoId: 'p' });
    expect(personOf({ subject: noor })).toEqual({ kind: 'house-model', slug: 'noor' });
  });

  it('is, for the second piece of an outfit, the look under it', () => {
    expect(subjectOf({ subject: noor, under: null })).toEqual(personOf({ subject: noor }));
    expect(subjectOf({ subject: noor, under: { id: 'top' } })).toEqual({
      kind: 'look',
      tryOnId: 'top',
    });
  });

  it('has a name only as a house model', () => {
    expect(nameOf({ subject: noor })).toBe('Noor');
    expect(nameOf({ subject: own })).toBeNull();
  });
});
