import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readKept } from './kept-measures.ts';

describe('measurements kept on the device', () => {
  it('come back as they were kept', () => {
    const kept = { unit: 'in' as const, measures: { chest: 96.5, insideLeg: 80 } };
    expect(readKept(JSON.stringify(kept))).toEqual(kept);
  });

  it('are none when the text is nothing, broken or somebody else’s', () => {
    expect(readKept(null)).toBeNull();
    expect(readKept('{"unit":"in","measures":{"chest":')).toBeNull();
    expect(readKept('{"unit":"ell","measures":{"chest":1}}')).toEqual({ unit: 'cm', measures: {} });
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect([undefined, 'cm', 'in']).toContain(readKept(text)?.unit);
      }),
    );
  });
});
