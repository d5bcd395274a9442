import { describe, expect, it } from 'vitest';
import { garmentCategories } from './category.ts';
import { completedBy, placeInOutfit } from './outfit.ts';

const plain = (category: (typeof garmentCategories)[number]) => ({ category, isOutfit: false });
const outfit = (category: (typeof garmentCategories)[number]) => ({ category, isOutfit: true });

describe('a garment over a look', () => {
  it('makes an outfit of a top and a bottom, whichever came first', () => {
    expect(placeInOutfit('LOWER_BODY', plain('UPPER_BODY'))).toBe('over');
    expect(placeInOutfit('UPPER_BODY', plain('LOWER_BODY'))).toBe('over');
  });

  it('never goes over one of its own kind', () => {
    for (const category of garmentCategories) {
      expect(placeInOutfit(category, plain(category))).toBe('nowhere');
    }
  });

  it('goes neither over a dress nor, when it is a dress, over anything', () => {
    expect(completedBy.DRESS).toBeNull();
    for (const category of garmentCategories) {
      expect(placeInOutfit(category, plain('DRESS'))).toBe('nowhere');
      expect(placeInOutfit('DRESS', plain(category))).toBe('nowhere');
    }
  });

  it('that is an outfit takes the place of its last piece, so there are never three', () => {
    expect(placeInOutfit('LOWER_BODY', outfit('LOWER_BODY'))).toBe('instead');
    expect(placeInOutfit('UPPER_BODY', outfit('LOWER_BODY'))).toBe('nowhere');
    expect(placeInOutfit('DRESS', outfit('UPPER_BODY'))).toBe('nowhere');
  });
});
