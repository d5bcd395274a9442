import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { uuid7 } from './uuid7.ts';

const random = new Uint8Array(10).fill(255);

describe('an id of version 7', () => {
  it('is one, with the time in front', () => {
    // The example of RFC 9562, A.6.
    const bytes = new Uint8Array([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(uuid7(0x017f22e279b0, bytes)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
    expect(z.uuidv7().safeParse(uuid7(Date.UTC(2026, 0), random)).success).toBe(true);
  });

  it('sorts by time', () => {
    const earlier = uuid7(Date.UTC(2026, 0), random);
    expect(earlier < uuid7(Date.UTC(2026, 1), new Uint8Array(10))).toBe(true);
  });
});
