import { describe, expect, it } from 'vitest';
import { MODEL_SIDE, modelInput } from './model-input.ts';
import { painted } from './testing/pixels.ts';

const at = (input: Int32Array, x: number, y: number) => input[3 * (y * MODEL_SIDE + x)];
const whole = { left: 0, top: 0, width: 384, height: 384 };

describe('what the model is shown', () => {
  it('is the square, averaged', () => {
    const chequered = painted(384, 384, (x, y) => ((x + y) % 2 === 0 ? 0 : 200));
    const input = modelInput(chequered, whole, whole);
    expect(input).toHaveLength(MODEL_SIDE * MODEL_SIDE * 3);
    expect(new Set(input)).toEqual(new Set([100]));
  });

  it('is grey outside of the picture', () => {
    const white = painted(192, 384, () => 255);
    const input = modelInput(white, { ...whole, left: -96 }, whole);
    expect([at(input, 10, 90), at(input, 96, 90), at(input, 180, 90)]).toEqual([128, 255, 128]);
  });

  it('is grey where something is hidden, so that the same body is not found twice', () => {
    const white = painted(384, 384, () => 255);
    const input = modelInput(white, whole, { ...whole, width: 192 });
    expect([at(input, 50, 90), at(input, 150, 90)]).toEqual([255, 128]);
  });

  it('keeps directions: right is right and down is down', () => {
    const input = modelInput(
      painted(384, 384, (x, y) => (x > 192 ? 100 : 0) + (y > 192 ? 50 : 0)),
      whole,
      whole,
    );
    expect([at(input, 10, 10), at(input, 180, 10), at(input, 10, 180)]).toEqual([0, 100, 50]);
  });
});
