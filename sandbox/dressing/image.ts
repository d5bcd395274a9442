/** An upright picture, 4 bytes a pixel (R, G, B, A), rows from the top. The browser's `ImageData` fits. */
export interface RgbaImage {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** One value a pixel; 0 is outside, anything else inside. */
export interface Mask {
  width: number;
  height: number;
  data: Uint8Array;
}

/** One number a pixel. */
export interface Plane {
  width: number;
  height: number;
  data: Float32Array;
}

export interface Point {
  x: number;
  y: number;
}

export function createMask(width: number, height: number): Mask {
  return { width, height, data: new Uint8Array(width * height) };
}

export function createPlane(width: number, height: number): Plane {
  return { width, height, data: new Float32Array(width * height) };
}

export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : Math.min(value, high);
}

export function mix(a: number, b: number, t: number): number {
  return a + (b - a) * t;
}

/** 0 below `from`, 1 above `to`, smooth between; `from` may be the larger one. */
export function smoothstep(from: number, to: number, value: number): number {
  const t = clamp((value - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
}

/**
 * The rectangle (x, y, w, h) of a picture, which may reach outside of it, at another size.
 * Averages where it shrinks, so that a large photo does not alias. Outside is mid grey.
 */
export function resample(
  image: RgbaImage,
  x: number,
  y: number,
  w: number,
  h: number,
  outWidth: number,
  outHeight: number,
): RgbaImage {
  const out = new Uint8ClampedArray(outWidth * outHeight * 4);
  const sx = w / outWidth;
  const sy = h / outHeight;
  const taps = clamp(Math.round(Math.max(sx, sy)), 1, 8);
  for (let oy = 0; oy < outHeight; oy++) {
    for (let ox = 0; ox < outWidth; ox++) {
      let r = 0;
      let g = 0;
      let b = 0;
      let a = 0;
      for (let ty = 0; ty < taps; ty++) {
        const py = Math.floor(y + (oy + (ty + 0.5) / taps) * sy);
        for (let tx = 0; tx < taps; tx++) {
          const px = Math.floor(x + (ox + (tx + 0.5) / taps) * sx);
          if (px < 0 || py < 0 || px >= image.width || py >= image.height) {
            r += 128;
            g += 128;
            b += 128;
            a += 255;
          } else {
            const i = (py * image.width + px) * 4;
            r += image.data[i]!;
            g += image.data[i + 1]!;
            b += image.data[i + 2]!;
            a += image.data[i + 3]!;
          }
        }
      }
      const n = taps * taps;
      const o = (oy * outWidth + ox) * 4;
      out[o] = r / n;
      out[o + 1] = g / n;
      out[o + 2] = b / n;
      out[o + 3] = a / n;
    }
  }
  return { width: outWidth, height: outHeight, data: out };
}
