import { blur, enlarge } from './filters.ts';
import { separate } from './ground.ts';
import { clamp, createMask, type Mask } from './image.ts';
import type { LabImage } from './lab.ts';
import { close, combine, erode, fillHoles, largest, open } from './mask-ops.ts';
import { findAreas, findRuns, paintAreas } from './runs.ts';

export interface Cutout {
  mask: Mask;
  /** Opacity from 0 to 1 with an edge about two pixels soft. */
  alpha: Float32Array;
}

/** White stripes and flowers are further than this from a white ground; halos round them are not. */
const NEAR = 5;

/** Where closing filled a tall gap (between a sleeve and the side, between the legs), open it again. */
function undoTallGaps(before: Mask, after: Mask): void {
  const added = findAreas(findRuns(combine(after, before, (a, b) => a && !b)));
  paintAreas(added, ({ x0, x1, y0, y1, size }) => y1 - y0 > 1.4 * (x1 - x0) && size > 60, after, 0);
}

/** The mean of a plane over what is inside within about 12 pixels; 0 where nothing is. */
function meanAround(plane: Float32Array, mask: Mask): Float32Array {
  const { width, height } = mask;
  const cell = 4;
  const w = Math.ceil(width / cell);
  const h = Math.ceil(height / cell);
  const sum = new Float32Array(w * h);
  const count = new Float32Array(w * h);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / cell) * w;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (mask.data[i] === 0) continue;
      const o = row + ((x / cell) | 0);
      sum[o] = sum[o]! + plane[i]!;
      count[o] = count[o]! + 1;
    }
  }
  const total = blur(sum, w, h, 3);
  const share = blur(count, w, h, 3);
  for (let o = 0; o < total.length; o++) {
    total[o] = share[o]! > 0.01 * cell * cell ? total[o]! / share[o]! : 0;
  }
  return enlarge(total, w, h, cell, width, height);
}

/**
 * Takes away the fringe that is much nearer to the ground's colour than the cloth beside it, and
 * within `limit` of it: a drop shadow, or a halo of compression.
 */
function peel(mask: Mask, distance: Float32Array, limit: number): Mask {
  const usual = meanAround(distance, erode(mask, 6));
  const deep = erode(mask, 11.9);
  const out = createMask(mask.width, mask.height);
  for (let i = 0; i < usual.length; i++) {
    if (mask.data[i] === 0) continue;
    const near = distance[i]! < Math.min(limit, 0.36 * usual[i]!);
    out.data[i] = near && usual[i]! > 12 && deep.data[i] === 0 ? 0 : 1;
  }
  return out;
}

/** Peeling bites white stripes and flowers off the edge; what is as narrow as those comes back. */
function unbite(bare: Mask, whole: Mask): Mask {
  const mended = combine(close(bare, 7), whole, (a, b) => a && b);
  return fillHoles(mended, (whole.width * whole.height) / 150);
}

/** How much of the band just inside the edge is hardly different from the ground. */
function paleness(mask: Mask, distance: Float32Array): number {
  const outer = erode(mask, 3.9);
  const inner = erode(mask, 14);
  let band = 0;
  let pale = 0;
  for (let i = 0; i < distance.length; i++) {
    if (outer.data[i] === 0 || inner.data[i] !== 0) continue;
    band++;
    if (distance[i]! < 9) pale++;
  }
  return band > 0 ? pale / band : 0;
}

/**
 * A white garment under a soft light melts into the ground on one side. Garments are laid out
 * symmetrically, so what the other side has is taken over wherever the ground is a weak claim.
 */
function completeBySymmetry(mask: Mask, distance: Float32Array): Mask {
  const { width, height, data } = mask;
  const { count, from, to } = findRuns(mask);
  let x0 = width;
  let x1 = 0;
  for (let i = 0; i < count; i++) {
    x0 = Math.min(x0, from[i]!);
    x1 = Math.max(x1, to[i]! - 1);
  }
  const reach = Math.round((x1 - x0) * 0.3);
  let best = { axis: x0 + x1, common: -1, total: 1 };
  const measure = (axis: number): void => {
    let common = 0;
    let total = 0;
    for (let y = 0; y < height; y += 6) {
      const row = y * width;
      for (let x = x0; x <= x1; x += 3) {
        if (data[row + x] === 0) continue;
        total++;
        const m = axis - x;
        if (m >= 0 && m < width && data[row + m] !== 0) common++;
      }
    }
    if (common > best.common) best = { axis, common, total };
  };
  for (let axis = x0 + x1 - reach; axis <= x0 + x1 + reach; axis += 4) measure(axis);
  const coarse = best.axis;
  for (let axis = coarse - 3; axis <= coarse + 3; axis++) measure(axis);
  if (best.common < best.total * 0.72) return mask;
  const added = createMask(width, height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const m = best.axis - x;
      const i = y * width + x;
      if (data[i] !== 0 || m < 0 || m >= width) continue;
      if (data[y * width + m] !== 0 && distance[i]! < 25) added.data[i] = 1;
    }
  }
  const both = combine(mask, added, (a, b) => a || b);
  const thick = open(close(both, 3), 4);
  return combine(mask, thick, (a, b) => a || b);
}

/**
 * Cuts a garment out of its studio ground. A pale garment on a pale ground has gaps in its edge,
 * which a wide closing mends; others are closed by a hair only, since closing keeps fringe.
 */
export function cutOut(lab: LabImage): Cutout {
  const { width, height } = lab;
  const { figure, distance } = separate(lab, {
    darker: 16,
    brighter: 2,
    chroma: 3.5,
    barrier: 1.6,
    drift: { brighter: 9, darker: 40 },
  });
  const main = largest(figure, 0.2);
  const pale = paleness(main, distance) > 0.13;
  const mended = pale ? completeBySymmetry(main, distance) : main;
  const wide = close(mended, pale ? 9 : 1.5);
  undoTallGaps(mended, wide);
  const filled = fillHoles(wide, (width * height) / (pale ? 150 : 2500));
  const bare = peel(filled, distance, pale ? NEAR : Number.POSITIVE_INFINITY);
  const clean = largest(pale ? unbite(bare, filled) : bare);
  const smoothed = blur(new Float32Array(erode(clean, 1).data), width, height, pale ? 2 : 1);
  const mask = createMask(width, height);
  for (let i = 0; i < smoothed.length; i++) mask.data[i] = smoothed[i]! > 0.5 ? 1 : 0;
  const whole = largest(mask);
  const alpha = blur(new Float32Array(whole.data), width, height, 0.8);
  // Softness goes inward only: an outward half pixel would carry the ground's colour along.
  for (let i = 0; i < alpha.length; i++) {
    alpha[i] = whole.data[i] === 0 ? 0 : clamp((alpha[i]! - 0.45) * 2.2, 0, 1);
  }
  return { mask: whole, alpha };
}
