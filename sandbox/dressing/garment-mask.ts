import { blur } from './filters.ts';
import { separate } from './ground.ts';
import { clamp, createMask, type Mask } from './image.ts';
import type { LabImage } from './lab.ts';
import {
  close,
  combine,
  components,
  distanceTo,
  erode,
  fillHoles,
  largest,
  open,
} from './mask-ops.ts';

export interface Cutout {
  mask: Mask;
  /** Opacity from 0 to 1 with an edge about two pixels soft. */
  alpha: Float32Array;
}

/** Where closing filled a tall gap (between a sleeve and the side, between the legs), open it again. */
function undoTallGaps(before: Mask, after: Mask): Mask {
  const added = combine(after, before, (a, b) => a && !b);
  const { labels, sizes } = components(added);
  const boxes = sizes.map(() => ({ x0: added.width, x1: 0, y0: added.height, y1: 0 }));
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label === 0) continue;
    const box = boxes[label]!;
    const x = i % added.width;
    const y = (i / added.width) | 0;
    box.x0 = Math.min(box.x0, x);
    box.x1 = Math.max(box.x1, x);
    box.y0 = Math.min(box.y0, y);
    box.y1 = Math.max(box.y1, y);
  }
  const out = createMask(after.width, after.height);
  for (let i = 0; i < labels.length; i++) {
    const box = boxes[labels[i]!]!;
    const tall =
      labels[i] !== 0 && box.y1 - box.y0 > 1.4 * (box.x1 - box.x0) && sizes[labels[i]!]! > 60;
    out.data[i] = after.data[i] !== 0 && !tall ? 1 : 0;
  }
  return out;
}

/** Takes away the fringe that is much nearer to the ground's colour than the cloth beside it: a drop shadow. */
function peel(mask: Mask, distance: Float32Array): Mask {
  const { width, height } = mask;
  const core = erode(mask, 6);
  const value = new Float32Array(width * height);
  const weight = new Float32Array(width * height);
  for (let i = 0; i < value.length; i++) {
    if (core.data[i] === 0) continue;
    weight[i] = 1;
    value[i] = distance[i]!;
  }
  const sum = blur(value, width, height, 12);
  const count = blur(weight, width, height, 12);
  const depth = distanceTo(mask, false);
  const out = createMask(width, height);
  for (let i = 0; i < value.length; i++) {
    if (mask.data[i] === 0) continue;
    const usual = count[i]! > 0.01 ? sum[i]! / count[i]! : 0;
    const fringe = depth[i]! < 12 && usual > 12 && distance[i]! < 0.36 * usual;
    out.data[i] = fringe ? 0 : 1;
  }
  return out;
}

/** How much of the band just inside the edge is hardly different from the ground. */
function paleness(mask: Mask, distance: Float32Array): number {
  const depth = distanceTo(mask, false);
  let band = 0;
  let pale = 0;
  for (let i = 0; i < depth.length; i++) {
    if (depth[i]! < 4 || depth[i]! > 14) continue;
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
  let x0 = width;
  let x1 = 0;
  for (let i = 0; i < data.length; i++) {
    if (data[i] === 0) continue;
    x0 = Math.min(x0, i % width);
    x1 = Math.max(x1, i % width);
  }
  const reach = Math.round((x1 - x0) * 0.3);
  let best = { axis: x0 + x1, common: -1, total: 1 };
  for (let axis = x0 + x1 - reach; axis <= x0 + x1 + reach; axis++) {
    let common = 0;
    let total = 0;
    for (let y = 0; y < height; y += 6) {
      for (let x = x0; x <= x1; x += 3) {
        if (data[y * width + x] === 0) continue;
        total++;
        const m = axis - x;
        if (m >= 0 && m < width && data[y * width + m] !== 0) common++;
      }
    }
    if (common > best.common) best = { axis, common, total };
  }
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
  const pale = paleness(main, distance) > 0.12;
  const mended = pale ? completeBySymmetry(main, distance) : main;
  const wide = undoTallGaps(mended, close(mended, pale ? 9 : 1.5));
  const filled = fillHoles(wide, (width * height) / (pale ? 150 : 2500));
  const clean = largest(pale ? filled : peel(filled, distance));
  const smoothed = blur(Float32Array.from(erode(clean, 1).data), width, height, pale ? 2 : 1);
  const mask = createMask(width, height);
  for (let i = 0; i < smoothed.length; i++) mask.data[i] = smoothed[i]! > 0.5 ? 1 : 0;
  const whole = largest(mask);
  const alpha = blur(Float32Array.from(whole.data), width, height, 0.8);
  // Softness goes inward only: an outward half pixel would carry the ground's colour along.
  for (let i = 0; i < alpha.length; i++) {
    alpha[i] = whole.data[i] === 0 ? 0 : clamp((alpha[i]! - 0.45) * 2.2, 0, 1);
  }
  return { mask: whole, alpha };
}
