import { describe, expect, it } from 'vitest';
import { pictureForTryOn } from './picture-for-try-on.ts';

const front = { id: 'front' };
const worn = { id: 'worn' };

describe('the picture for try-ons', () => {
  it('is the one that was chosen', () => {
    expect(pictureForTryOn([front, worn], 'worn')).toBe(worn);
  });

  it('is the first while none is chosen, or the chosen one is gone', () => {
    expect(pictureForTryOn([front, worn], null)).toBe(front);
    expect(pictureForTryOn([front, worn], 'taken-away')).toBe(front);
  });

  it('is none where there is no picture', () => {
    expect(pictureForTryOn([], 'front')).toBeNull();
  });
});
