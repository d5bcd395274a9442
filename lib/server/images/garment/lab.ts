import 'server-only';
import type { Pixels } from '#lib/domain/picture-ground.ts';

/** CIE Lab under D65, one plane a channel: L from 0 to 100, a and b roughly -100 to 100. */
export interface LabPlanes {
  width: number;
  height: number;
  L: Float32Array;
  a: Float32Array;
  b: Float32Array;
}

export interface LabColour {
  L: number;
  a: number;
  b: number;
}

const LINEAR = Float32Array.from({ length: 256 }, (_, byte) => {
  const v = byte / 255;
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
});

const curve = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
const uncurve = (f: number) => (f > 0.206893 ? f * f * f : (f - 16 / 116) / 7.787);

export function toLab({ data, width, height }: Pixels): LabPlanes {
  const count = width * height;
  const planes = {
    L: new Float32Array(count),
    a: new Float32Array(count),
    b: new Float32Array(count),
  };
  for (let i = 0, at = 0; i < count; i++, at += 3) {
    const red = LINEAR[data[at] ?? 0] ?? 0;
    const green = LINEAR[data[at + 1] ?? 0] ?? 0;
    const blue = LINEAR[data[at + 2] ?? 0] ?? 0;
    const x = curve((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047);
    const y = curve(0.2126 * red + 0.7152 * green + 0.0722 * blue);
    const z = curve((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883);
    planes.L[i] = 116 * y - 16;
    planes.a[i] = 500 * (x - y);
    planes.b[i] = 200 * (y - z);
  }
  return { width, height, ...planes };
}

/** Writes a colour as three sRGB bytes at `offset`. */
export function writeRgb({ L, a, b }: LabColour, out: Uint8ClampedArray, offset: number): void {
  const fy = (L + 16) / 116;
  const x = 0.95047 * uncurve(fy + a / 500);
  const y = uncurve(fy);
  const z = 1.08883 * uncurve(fy - b / 200);
  out[offset] = toByte(3.2406 * x - 1.5372 * y - 0.4986 * z);
  out[offset + 1] = toByte(-0.9689 * x + 1.8758 * y + 0.0415 * z);
  out[offset + 2] = toByte(0.0557 * x - 0.204 * y + 1.057 * z);
}

function toByte(linear: number): number {
  const v = Math.min(1, Math.max(0, linear));
  return 255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055);
}
