import { clamp, type RgbaImage } from './image.ts';

/** Seven rows a letter, one bit a pixel, most significant bit on the left. */
const GLYPHS: readonly (readonly number[])[] = [
  [0b01110, 0b10001, 0b10000, 0b01110, 0b00001, 0b10001, 0b01110], // S
  [0b00000, 0b00000, 0b01110, 0b00001, 0b01111, 0b10001, 0b01111], // a
  [0b00000, 0b00000, 0b10110, 0b11001, 0b10001, 0b10001, 0b10001], // n
  [0b00001, 0b00001, 0b01101, 0b10011, 0b10001, 0b10011, 0b01101], // d
  [0b10000, 0b10000, 0b10110, 0b11001, 0b10001, 0b11001, 0b10110], // b
  [0b00000, 0b00000, 0b01110, 0b10001, 0b10001, 0b10001, 0b01110], // o
  [0b00000, 0b00000, 0b10001, 0b01010, 0b00100, 0b01010, 0b10001], // x
];

/** The box of the mark in the lower right corner, in pixels of the picture. */
export function markBox(
  width: number,
  height: number,
): { x: number; y: number; w: number; h: number } {
  const unit = Math.max(1, Math.round(Math.min(width, height) / 420));
  const w = (GLYPHS.length * 6 + 7) * unit;
  const h = 15 * unit;
  return { x: width - w - 6 * unit, y: height - h - 6 * unit, w, h };
}

/** Writes "Sandbox" on a translucent plate: nobody should take such a picture for the provider's. */
export function drawMark(image: RgbaImage): void {
  const { width, height, data } = image;
  const unit = Math.max(1, Math.round(Math.min(width, height) / 420));
  const box = markBox(width, height);
  const blend = (x: number, y: number, value: number, share: number) => {
    if (x < 0 || y < 0 || x >= width || y >= height) return;
    const i = (y * width + x) * 4;
    for (let k = 0; k < 3; k++) data[i + k] = data[i + k]! * (1 - share) + value * share;
  };
  for (let y = 0; y < box.h; y++) {
    for (let x = 0; x < box.w; x++) {
      const edge = Math.min(x, y, box.w - 1 - x, box.h - 1 - y);
      blend(box.x + x, box.y + y, 24, 0.42 * clamp((edge + 1) / (2 * unit), 0, 1));
    }
  }
  GLYPHS.forEach((rows, letter) => {
    rows.forEach((bits, row) => {
      for (let column = 0; column < 5; column++) {
        if ((bits & (1 << (4 - column))) === 0) continue;
        for (let dy = 0; dy < unit; dy++) {
          for (let dx = 0; dx < unit; dx++) {
            blend(
              box.x + (4 + letter * 6 + column) * unit + dx,
              box.y + (4 + row) * unit + dy,
              250,
              0.86,
            );
          }
        }
      }
    });
  });
}
