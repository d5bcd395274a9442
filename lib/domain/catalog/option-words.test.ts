import { describe, expect, it } from 'vitest';
import { colourKey, colourNamedIn, importKeyOf, isColourOption, sizeOf } from './option-words.ts';

describe('the choices of a garment', () => {
  it.each(['Color', 'colour', 'Farbe ', 'Couleur', 'KLEUR', 'Colore'])('know %s', (name) => {
    expect(isColourOption(name)).toBe(true);
  });

  it.each(['Size', 'Größe', 'Title', 'Colour of the belt', ''])(
    'do not take %s for one',
    (name) => {
      expect(isColourOption(name)).toBe(false);
    },
  );

  it.each(['One Size', 'Default Title', 'Einheitsgröße', 'TU', 'Taille  unique', ''])(
    'leave "%s" without a size',
    (text) => {
      expect(sizeOf(text)).toBe('');
    },
  );

  it('keep a size as it is', () => {
    expect(sizeOf(' W 28 ')).toBe('W 28');
  });

  it('make one key of one colour', () => {
    expect(importKeyOf('shirt', 'Écru ')).toBe('shirt#ecru');
    expect(importKeyOf('shirt', 'Blue / White')).toBe('shirt#blue-white');
    expect(importKeyOf('shirt', undefined)).toBe('shirt');
    expect(colourKey('红色')).toBe('红色');
    expect(colourKey('★')).not.toBe('');
  });

  it.each([
    ['Shirt in light blue, back', 'Light Blue'],
    ['https://cdn.example/files/shirt_blue-2.jpg?v=1', 'Blue'],
    ['Blue shirt beside a red one', null],
    ['Bluebell shirt', null],
    ['', null],
  ])('hear of a colour in "%s"', (text, colour) => {
    expect(colourNamedIn(text, ['Blue', 'Light Blue', 'Red'])).toBe(colour);
  });
});
