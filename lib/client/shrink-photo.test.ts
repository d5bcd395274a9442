import { describe, expect, it } from 'vitest';
import { shrunkSize } from './shrink-photo.ts';

describe('shrunkSize', () => {
  it('brings the longest side to what is kept, and keeps the shape', () => {
    expect(shrunkSize(3024, 4032, 'garment')).toEqual({ width: 1536, height: 2048 });
    expect(shrunkSize(4032, 3024, 'photo')).toEqual({ width: 1536, height: 1152 });
  });

  it('never enlarges', () => {
    expect(shrunkSize(600, 800, 'photo')).toEqual({ width: 600, height: 800 });
  });

  it('leaves at least a pixel of a very long strip', () => {
    expect(shrunkSize(20_000, 3, 'photo').height).toBe(1);
  });
});
