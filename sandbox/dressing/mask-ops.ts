import { createMask, type Mask } from './image.ts';
import { findAreas, findRuns, paintAreas, paintGrown } from './runs.ts';

interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** The smallest box round what is inside, grown by a margin; empty masks give an empty box. */
function boxOf(mask: Mask, margin: number): Box {
  const { width, height, data } = mask;
  let x0 = width;
  let x1 = -1;
  let y0 = height;
  let y1 = -1;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    let l = 0;
    while (l < width && data[row + l] === 0) l++;
    if (l === width) continue;
    let r = width - 1;
    while (data[row + r] === 0) r--;
    if (y < y0) y0 = y;
    y1 = y;
    if (l < x0) x0 = l;
    if (r > x1) x1 = r;
  }
  const m = Math.ceil(margin);
  return {
    x0: Math.max(0, x0 - m),
    y0: Math.max(0, y0 - m),
    x1: Math.min(width - 1, x1 + m),
    y1: Math.min(height - 1, y1 + m),
  };
}

/** Fills in the chamfer distances within a box of `out`, which holds 0 at the sources. */
function sweep(out: Float32Array, width: number, box: Box): void {
  const diagonal = Math.SQRT2;
  const { x0, y0, x1, y1 } = box;
  for (let y = y0; y <= y1; y++) {
    for (let x = x0; x <= x1; x++) {
      const i = y * width + x;
      let d = out[i]!;
      if (d === 0) continue;
      if (x > x0 && out[i - 1]! + 1 < d) d = out[i - 1]! + 1;
      if (y > y0) {
        if (out[i - width]! + 1 < d) d = out[i - width]! + 1;
        if (x > x0 && out[i - width - 1]! + diagonal < d) d = out[i - width - 1]! + diagonal;
        if (x < x1 && out[i - width + 1]! + diagonal < d) d = out[i - width + 1]! + diagonal;
      }
      out[i] = d;
    }
  }
  for (let y = y1; y >= y0; y--) {
    for (let x = x1; x >= x0; x--) {
      const i = y * width + x;
      let d = out[i]!;
      if (d === 0) continue;
      if (x < x1 && out[i + 1]! + 1 < d) d = out[i + 1]! + 1;
      if (y < y1) {
        if (out[i + width]! + 1 < d) d = out[i + width]! + 1;
        if (x < x1 && out[i + width + 1]! + diagonal < d) d = out[i + width + 1]! + diagonal;
        if (x > x0 && out[i + width - 1]! + diagonal < d) d = out[i + width - 1]! + diagonal;
      }
      out[i] = d;
    }
  }
}

/**
 * Distance in pixels (two-pass chamfer, within 8 %) of every pixel to the nearest one inside; or,
 * with `inside` false, to the nearest one outside. Beyond `limit` it may be anything larger.
 */
export function distanceTo(
  mask: Mask,
  inside = true,
  limit = Number.POSITIVE_INFINITY,
): Float32Array {
  const { width, height, data } = mask;
  const far = width + height;
  const out = new Float32Array(width * height);
  const margin = inside ? Math.min(limit + 1, far) : 1;
  const box = boxOf(mask, margin);
  if (inside) {
    for (let i = 0; i < out.length; i++) if (data[i] === 0) out[i] = far;
  } else {
    for (let i = 0; i < out.length; i++) if (data[i] !== 0) out[i] = far;
  }
  sweep(out, width, box);
  return out;
}

/** Grows by `radius`, in the distance of `distanceTo`. */
export function dilate(mask: Mask, radius: number): Mask {
  const out = createMask(mask.width, mask.height);
  paintGrown(findRuns(mask), radius, out, 1);
  return out;
}

/** Shrinks by `radius`; what lies outside the picture counts as inside. */
export function erode(mask: Mask, radius: number): Mask {
  const out = createMask(mask.width, mask.height);
  out.data.fill(1);
  paintGrown(findRuns(mask, false), radius, out, 0);
  return out;
}

export function close(mask: Mask, radius: number): Mask {
  return erode(dilate(mask, radius), radius);
}

export function open(mask: Mask, radius: number): Mask {
  return dilate(erode(mask, radius), radius);
}

/** Connected areas (four neighbours) of what is inside: a label from 1 a pixel, and their sizes. */
export function components(mask: Mask): { labels: Int32Array; sizes: number[] } {
  const { width, height } = mask;
  const { runs, owner, areas } = findAreas(findRuns(mask));
  const labels = new Int32Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = y * width;
    for (let i = runs.first[y]!; i < runs.first[y + 1]!; i++) {
      labels.fill(owner[i]! + 1, row + runs.from[i]!, row + runs.to[i]!);
    }
  }
  return { labels, sizes: [0, ...areas.map((area) => area.size)] };
}

/** Only the largest area, or those of at least `share` of its size. */
export function largest(mask: Mask, share = 1): Mask {
  const found = findAreas(findRuns(mask));
  let limit = 0;
  for (const area of found.areas) limit = Math.max(limit, area.size * share);
  const out = createMask(mask.width, mask.height);
  paintAreas(found, (area) => area.size >= limit, out, 1);
  return out;
}

/** Fills holes smaller than `limit` pixels. */
export function fillHoles(mask: Mask, limit: number): Mask {
  const out = createMask(mask.width, mask.height);
  out.data.fill(1);
  const outside = findAreas(findRuns(mask, false));
  paintAreas(outside, (area) => area.size >= limit, out, 0);
  return out;
}

export function combine(a: Mask, b: Mask, rule: (a: boolean, b: boolean) => boolean): Mask {
  const out = createMask(a.width, a.height);
  const p = a.data;
  const q = b.data;
  // The rule has four cases: asking it once a pixel would cost ten times the work itself.
  const neither = rule(false, false) ? 1 : 0;
  const second = rule(false, true) ? 1 : 0;
  const first = rule(true, false) ? 1 : 0;
  const both = rule(true, true) ? 1 : 0;
  for (let i = 0; i < out.data.length; i++) {
    out.data[i] = p[i] !== 0 ? (q[i] !== 0 ? both : first) : q[i] !== 0 ? second : neither;
  }
  return out;
}
