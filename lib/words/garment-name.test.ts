import { describe, expect, it } from 'vitest';
import { garmentName, lookName } from './garment-name.ts';

const breton = { title: 'Breton tee', colour: 'Navy stripe' };

describe('the name of a garment', () => {
  it('tells two colours of it apart', () => {
    expect(garmentName(breton)).toBe('Breton tee in navy stripe');
    expect(garmentName({ ...breton, colour: 'Red stripe' })).toBe('Breton tee in red stripe');
  });

  it('says no colour where there is none, or where the title has said it', () => {
    expect(garmentName({ title: 'Breton tee', colour: '' })).toBe('Breton tee');
    expect(garmentName({ title: 'Black jeans', colour: 'Black' })).toBe('Black jeans');
  });

  it('names both garments of an outfit, what is under it last', () => {
    const jeans = { title: 'Straight jeans', colour: 'Indigo' };
    expect(lookName({ garment: jeans, under: null })).toBe('Straight jeans in indigo');
    expect(lookName({ garment: jeans, under: { garment: breton } })).toBe(
      'Straight jeans in indigo with Breton tee in navy stripe',
    );
  });
});
