import { describe, expect, it } from 'vitest';
import { readSize, withSize } from './chosen-size.ts';

describe('the chosen size in the address', () => {
  it('is read back as it was written, whatever its letters', () => {
    for (const size of ['M', '29', 'W30 L32', '38 / 40', 'Größe 4', 'S&M']) {
      const url = new URL(withSize('https://shop.example/garments/tee', size));
      expect(readSize(url.search)).toBe(size);
    }
  });

  it('leaves the rest of the address alone', () => {
    const href = 'https://shop.example/garments/tee?look=a1&size=S#photo';
    expect(withSize(href, 'L')).toBe('https://shop.example/garments/tee?look=a1&size=L#photo');
    expect(withSize(href, null)).toBe('https://shop.example/garments/tee?look=a1#photo');
  });

  it('is none when the address names none, or an empty one', () => {
    expect(readSize('')).toBeNull();
    expect(readSize('?size=')).toBeNull();
  });
});
