import { describe, expect, it } from 'vitest';
import { wornBy } from './worn-by.ts';

const ann = { name: 'Ann' };
const annLee = { name: 'Ann Lee' };
const tomas = { name: 'Tomás' };
const models = [ann, annLee, tomas];

describe('who wears a garment in a picture', () => {
  it('is the house model that its text names', () => {
    expect(wornBy('Black tee, worn by the house model Tomás with jeans', models)).toBe(tomas);
    expect(wornBy('Black tee, worn by the house model Ann', models)).toBe(ann);
  });

  it('is the longer of two names that both fit', () => {
    expect(wornBy('Black tee, worn by the house model Ann Lee', models)).toBe(annLee);
  });

  it('is nobody when a name only begins like a house model’s', () => {
    expect(wornBy('Black tee, worn by the house model Anna', models)).toBeNull();
    expect(wornBy('The house model Anna beside the house model Ann', models)).toBe(ann);
  });

  it('is nobody in a picture of something else', () => {
    expect(wornBy('Black tee, front', models)).toBeNull();
    expect(wornBy('', models)).toBeNull();
    expect(wornBy('Ann, our customer', models)).toBeNull();
  });
});
