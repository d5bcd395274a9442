import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasFewScans } from './jpeg-scans.ts';

const SCAN = [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 0x12, 0xff, 0x00, 0x34, 0xff, 0xd3, 0x56];
const TABLE = [0xff, 0xc4, 0, 6, 0xff, 0xda, 0xff, 0xd9];
const END = [0xff, 0xd9];

const jpeg = (scans: number, between: number[] = [], after: number[] = []) =>
  Uint8Array.from([
    ...[0xff, 0xd8],
    ...Array.from({ length: scans }, () => [...between, ...SCAN]).flat(),
    ...END,
    ...after,
  ]);

describe('the scans of a JPEG', () => {
  it('are few in what encoders write, and many in a bomb', () => {
    expect([1, 10, 50, 51, 10_000].map((scans) => hasFewScans(jpeg(scans)))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });

  it('are counted whatever stands between them', () => {
    expect(hasFewScans(jpeg(30, TABLE))).toBe(true);
    expect(hasFewScans(jpeg(51, TABLE))).toBe(false);
    expect(hasFewScans(jpeg(51, [0xff, 0xff, 0xff]))).toBe(false);
    expect(hasFewScans(jpeg(51, [1, 2, 3]))).toBe(false);
  });

  it('are not looked for behind the end, where a film may be', () => {
    expect(hasFewScans(jpeg(1, [], [...jpeg(500)]))).toBe(true);
  });

  it('are left to the decoder where nothing but markers would be counted', () => {
    const looked: number[] = [];
    const bytes = new Proxy(new Uint8Array(1_000_000).fill(0xff), {
      get(target, key) {
        if (key === 'indexOf') {
          return (byte: number, from: number) => {
            looked.push(from);
            return target.indexOf(byte, from);
          };
        }
        return Reflect.get(target, key);
      },
    });
    expect(hasFewScans(bytes)).toBe(true);
    expect(looked.length).toBeLessThanOrEqual(100_000);
  });

  it('are counted in any bytes, to an end', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2_000 }), fc.nat(100), (noise, scans) => {
        expect(typeof hasFewScans(noise)).toBe('boolean');
        expect(typeof hasFewScans(jpeg(scans, [...noise]))).toBe('boolean');
      }),
    );
  });
});
