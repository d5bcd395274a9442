import type { Size } from '#lib/domain/picture-fit.ts';

/** R, G, B, A in rows from the top left, as a canvas gives them. */
export interface Pixels extends Size {
  data: Uint8ClampedArray<ArrayBuffer>;
}

/** Whole pixels; inside of the picture it is about. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The part of `box` that lies inside of the picture, at least one pixel. */
export function boxWithin({ width, height }: Size, box: Box): Box {
  const left = Math.min(Math.max(0, Math.floor(box.left)), width - 1);
  const top = Math.min(Math.max(0, Math.floor(box.top)), height - 1);
  return {
    left,
    top,
    width: Math.max(1, Math.min(width, Math.ceil(box.left + box.width)) - left),
    height: Math.max(1, Math.min(height, Math.ceil(box.top + box.height)) - top),
  };
}

/** Brightness as the eye weighs it (Rec. 709), 0 to 255, in rows; of `box` alone. */
export function lumaOf({ width, data }: Pixels, box: Box): Float32Array {
  const luma = new Float32Array(box.width * box.height);
  let to = 0;
  for (let y = box.top; y < box.top + box.height; y++) {
    let from = 4 * (y * width + box.left);
    for (let x = 0; x < box.width; x++, from += 4) {
      luma[to++] =
        0.2126 * (data[from] ?? 0) +
        0.7152 * (data[from + 1] ?? 0) +
        0.0722 * (data[from + 2] ?? 0);
    }
  }
  return luma;
}
