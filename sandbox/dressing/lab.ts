import type { RgbaImage } from './image.ts';

/** CIE Lab under D65, one plane a channel: L from 0 to 100, a and b roughly -100 to 100. */
export interface LabImage {
  width: number;
  height: number;
  L: Float32Array;
  a: Float32Array;
  b: Float32Array;
}

const LINEAR = Float32Array.from({ length: 256 }, (_, i) => {
  const v = i / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});

const STEPS = 4096;
const CURVE = Float32Array.from({ length: STEPS + 2 }, (_, i) => {
  const t = i / STEPS;
  return t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116;
});

function curve(t: number): number {
  const x = Math.min(t, 1) * STEPS;
  const i = x | 0;
  return CURVE[i]! + (CURVE[i + 1]! - CURVE[i]!) * (x - i);
}

export function toLab(image: RgbaImage): LabImage {
  const { width, height, data } = image;
  const n = width * height;
  const L = new Float32Array(n);
  const a = new Float32Array(n);
  const b = new Float32Array(n);
  for (let i = 0, p = 0; i < n; i++, p += 4) {
    const r = LINEAR[data[p]!]!;
    const g = LINEAR[data[p + 1]!]!;
    const u = LINEAR[data[p + 2]!]!;
    const fx = curve((0.4124 * r + 0.3576 * g + 0.1805 * u) / 0.95047);
    const fy = curve(0.2126 * r + 0.7152 * g + 0.0722 * u);
    const fz = curve((0.0193 * r + 0.1192 * g + 0.9505 * u) / 1.08883);
    L[i] = 116 * fy - 16;
    a[i] = 500 * (fx - fy);
    b[i] = 200 * (fy - fz);
  }
  return { width, height, L, a, b };
}

function decode(f: number): number {
  return f > 0.206893 ? f * f * f : (f - 16 / 116) / 7.787;
}

function encode(v: number): number {
  const c = v <= 0 ? 0 : Math.min(v, 1);
  return 255 * (c <= 0.0031308 ? 12.92 * c : 1.055 * c ** (1 / 2.4) - 0.055);
}

/** Writes one colour as sRGB bytes at `offset`. */
export function writeRgb(
  L: number,
  a: number,
  b: number,
  out: Uint8ClampedArray,
  offset: number,
): void {
  const fy = (L + 16) / 116;
  const x = 0.95047 * decode(fy + a / 500);
  const y = decode(fy);
  const z = 1.08883 * decode(fy - b / 200);
  out[offset] = encode(3.2406 * x - 1.5372 * y - 0.4986 * z);
  out[offset + 1] = encode(-0.9689 * x + 1.8758 * y + 0.0415 * z);
  out[offset + 2] = encode(0.0557 * x - 0.204 * y + 1.057 * z);
}
