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

/** What one channel's byte adds to X, Y or Z, in steps of `CURVE`; the white point is `STEPS`. */
function share(factor: number, white: number): Float32Array {
  return LINEAR.map((v) => (v * factor * STEPS) / white);
}

const [XR, XG, XB] = [share(0.4124, 0.95047), share(0.3576, 0.95047), share(0.1805, 0.95047)];
const [YR, YG, YB] = [share(0.2126, 1), share(0.7152, 1), share(0.0722, 1)];
const [ZR, ZG, ZB] = [share(0.0193, 1.08883), share(0.1192, 1.08883), share(0.9505, 1.08883)];

export function toLab(image: RgbaImage): LabImage {
  const { width, height, data } = image;
  const n = width * height;
  const L = new Float32Array(n);
  const a = new Float32Array(n);
  const b = new Float32Array(n);
  for (let i = 0, p = 0; i < n; i++, p += 4) {
    const r = data[p]!;
    const g = data[p + 1]!;
    const u = data[p + 2]!;
    const x = XR[r]! + XG[g]! + XB[u]!;
    const y = YR[r]! + YG[g]! + YB[u]!;
    const z = ZR[r]! + ZG[g]! + ZB[u]!;
    const xi = x | 0;
    const yi = y | 0;
    const zi = z | 0;
    const fx = CURVE[xi]! + (CURVE[xi + 1]! - CURVE[xi]!) * (x - xi);
    const fy = CURVE[yi]! + (CURVE[yi + 1]! - CURVE[yi]!) * (y - yi);
    const fz = CURVE[zi]! + (CURVE[zi + 1]! - CURVE[zi]!) * (z - zi);
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
