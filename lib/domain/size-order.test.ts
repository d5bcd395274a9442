import { expect, it } from 'vitest';
import { bySize } from './size-order.ts';

it('puts sizes as a shop would', () => {
  const sizes = [
    'W30',
    '40',
    'L',
    'XXL',
    'One size',
    'W26',
    'XS',
    'M',
    '3XL',
    '34',
    'XXS',
    'S',
    'XL',
  ];
  expect(sizes.toSorted(bySize)).toEqual([
    'XXS',
    'XS',
    'S',
    'M',
    'L',
    'XL',
    'XXL',
    '3XL',
    '34',
    '40',
    'W26',
    'W30',
    'One size',
  ]);
});
