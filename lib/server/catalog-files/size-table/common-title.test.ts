import { describe, expect, it } from 'vitest';
import { commonTitle } from './common-title.ts';

const called = (...lines: [title: string, colour: string, size: string][]) =>
  commonTitle(lines.map(([title, colour, size]) => ({ title, colour, size })));

describe('what the sizes of a garment are called together', () => {
  it.each([
    ['Linen shirt', called(['Linen shirt', 'Blue', 'S'], ['Linen shirt', 'Blue', 'M'])],
    [
      'Linen shirt',
      called(['Linen shirt – Blue – S', 'Blue', 'S'], ['Linen  shirt – Blue – M', 'Blue', 'M']),
    ],
    ['Linen shirt', called(['Linen shirt (S)', '', 'S'], ['Linen shirt (XL)', '', 'XL'])],
    ['Linen shirt', called(['Linen shirt, size S', '', 'S'], ['Linen shirt, size M', '', 'M'])],
    ['Linen shirt', called(['Linen shirt / Blue', 'blue', 'S'])],
    ['Dress in Ink', called(['Dress in Ink', 'Ink', ''])],
    ['Plus', called(['Plus', '', 'S'])],
    ['Shirt A', called(['Shirt A', '', 'S'], ['Shirt B', '', 'M'])],
    ['M', called(['M', '', 'M'])],
    ['Shirt', called(['', '', 'S'], ['Shirt', '', 'M'])],
    ['', called(['', '', 'S'])],
  ])('is %s', (title, given) => {
    expect(given).toBe(title);
  });
});
