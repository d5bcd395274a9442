import { describe, expect, it } from 'vitest';
import { hanging } from './clothes.ts';
import { createMask } from './image.ts';
import { rectangle } from './test-pictures.ts';

describe('cloth about the feet', () => {
  it('is what hangs down from above the ankles, and no shadow on the floor', () => {
    const worn = rectangle(createMask(100, 200), 30, 100, 50, 190);
    rectangle(worn, 60, 184, 90, 190);
    const { data } = hanging(worn, 180);
    expect(data[186 * 100 + 40]).toBe(1);
    expect(data[186 * 100 + 75]).toBe(0);
  });
});
