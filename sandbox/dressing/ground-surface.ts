import type { LabImage } from './lab.ts';
import { solve } from './solve.ts';

/** Distances of colour count hue one and a half times: a shadow changes lightness, not hue. */
export const CHROMA = 1.5;

/** A channel over the picture. */
export interface Surface {
  /** Of 1, x, y, x², xy, y², both from 0 to 1. */
  terms: number[];
  /** What the floor is brighter than that along either side, row by row; even between the two. */
  floor: { left: Float32Array; right: Float32Array } | null;
}

/** How much brighter than the wall a floor may be at most, in Lab units. */
const BRIGHTEST_FLOOR = 20;

const median = (values: Float32Array): number => values.sort()[values.length >> 1]!;

/**
 * A lit floor rises out of the wall faster than a quadratic surface does. It is told by both sides
 * being brighter than the surface from the bottom row up: of what stands on the floor, or hangs
 * into the picture, that is rarely true.
 */
function findFloor(plane: Float32Array, w: number, h: number, terms: number[]): Surface['floor'] {
  const depth = sideDepth(w);
  const wall = new Float32Array(w);
  const sides = [0, w - depth].map((from) => ({ from, off: new Float32Array(h) }));
  for (let y = 0; y < h; y++) {
    surfaceRow({ terms, floor: null }, y, w, h, wall);
    for (const { from, off } of sides) {
      const strip = plane.slice(y * w + from, y * w + from + depth);
      off[y] = median(strip.map((value, x) => value - wall[from + x]!));
    }
  }
  // The median of some rows: a mark in a corner is no floor's end.
  const reach = Math.round(h * 0.012);
  const [left, right] = sides.map(({ off }) =>
    off.map((_, y) => median(off.slice(Math.max(0, y - reach), y + reach + 1))),
  ) as [Float32Array, Float32Array];
  let start = h;
  while (start > 0 && Math.min(left[start - 1]!, right[start - 1]!) > -1) start--;
  const lift = (off: Float32Array) =>
    off.map((value, y) => (y < start ? 0 : Math.min(BRIGHTEST_FLOOR, Math.max(0, value))));
  return { left: lift(left), right: lift(right) };
}

const sideDepth = (width: number): number => Math.max(2, Math.round(width * 0.03));

/** A surface a channel through the border, with what does not belong thrown out. */
export function fitBorder(lab: LabImage): [Surface, Surface, Surface] {
  const { width: w, height: h } = lab;
  const planes = [lab.L, lab.a, lab.b];
  const depth = sideDepth(w);
  const step = Math.max(1, Math.round(w / 128));
  // The bottom edge is left out: half-length people stand on it, and floors differ from walls.
  const at: number[] = [];
  for (let y = 0; y < h; y += step) {
    for (let x = 0; x < w; x += step) {
      if (x < depth || x >= w - depth || y < depth) at.push(y * w + x);
    }
  }
  const t = new Float64Array(at.length * 6);
  at.forEach((i, k) => {
    const x = (i % w) / w;
    const y = Math.floor(i / w) / h;
    t.set([1, x, y, x * x, x * y, y * y], k * 6);
  });
  let samples = at.map((_, k) => k);
  let fitted: number[][] = [];
  for (const limit of [14, 9, 7, 0]) {
    const normal = Array.from({ length: 6 }, () => new Float64Array(9));
    for (const k of samples) {
      for (let r = 0; r < 6; r++) {
        const row = normal[r]!;
        const v = t[k * 6 + r]!;
        for (let c = 0; c < 6; c++) row[c] = row[c]! + v * t[k * 6 + c]!;
        for (let p = 0; p < 3; p++) row[6 + p] = row[6 + p]! + v * planes[p]![at[k]!]!;
      }
    }
    fitted = [0, 1, 2].map((p) =>
      solve(
        normal.map((row, r) => {
          const line = new Float64Array(7);
          line.set(row.subarray(0, 6));
          line[r] = line[r]! + 1e-6;
          line[6] = row[6 + p]!;
          return line;
        }),
      ),
    );
    if (limit === 0) break;
    const kept = samples.filter((k) => {
      let sum = 0;
      for (let p = 0; p < 3; p++) {
        let value = planes[p]![at[k]!]!;
        for (let r = 0; r < 6; r++) value -= t[k * 6 + r]! * fitted[p]![r]!;
        sum += (p === 0 ? 1 : CHROMA * CHROMA) * value * value;
      }
      return sum < limit * limit;
    });
    if (kept.length > samples.length * 0.2) samples = kept;
  }
  const [L, a, b] = fitted as [number[], number[], number[]];
  return [
    { terms: L, floor: findFloor(lab.L, w, h, L) },
    { terms: a, floor: null },
    { terms: b, floor: null },
  ];
}

/** The values of a surface along row `y`. */
export function surfaceRow(
  { terms: s, floor }: Surface,
  y: number,
  width: number,
  height: number,
  out: Float32Array,
): void {
  const v = y / height;
  const row = floor ? Math.floor(v * floor.left.length) : 0;
  const left = floor ? floor.left[row]! : 0;
  const rise = floor ? floor.right[row]! - left : 0;
  const level = s[0]! + s[2]! * v + s[5]! * v * v;
  const slope = s[1]! + s[4]! * v;
  for (let x = 0; x < width; x++) {
    const u = x / width;
    out[x] = level + left + u * (slope + rise + u * s[3]!);
  }
}

export function surfacePlane(s: Surface, width: number, height: number): Float32Array {
  const out = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    surfaceRow(s, y, width, height, out.subarray(y * width, (y + 1) * width));
  }
  return out;
}
