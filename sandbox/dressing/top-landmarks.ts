import { clamp, createMask, type Mask, mix, type Point } from './image.ts';
import { largest } from './mask-ops.ts';
import { findCollar, findNeckline, type Neckline, topContour } from './neckline.ts';
import { type SleeveShape, traceSleeve } from './sleeve-shape.ts';

export const TRUNK = 1;
export const LEFT_SLEEVE = 2;
export const RIGHT_SLEEVE = 4;

/** What a top or a dress is made of, in pixels of its picture. */
export interface TopLandmarks {
  axis: number;
  top: number;
  hem: number;
  /** The trunk's left and right edge in every row, sleeves left out. */
  left: number[];
  right: number[];
  armpit: { left: Point; right: Point };
  shoulder: { left: Point; right: Point };
  neckline: Neckline;
  collar: { top: number; base: number; half: number } | null;
  sleeves: { left: SleeveShape | null; right: SleeveShape | null };
  /** A bit for the part each pixel belongs to. */
  labels: Uint8Array;
}

interface Run {
  left: number;
  right: number;
}

/** The run of pixels through column `x`; where the picture has a hole there (a neck opening), round it. */
function runAt(mask: Mask, y: number, x: number, reach: number): Run | null {
  const row = y * mask.width;
  const at = Math.round(x);
  let left = at;
  while (left > at - reach && mask.data[row + left] === 0) left--;
  let right = at;
  while (right < at + reach && mask.data[row + right] === 0) right++;
  if (mask.data[row + left] === 0 || mask.data[row + right] === 0) return null;
  while (left > 0 && mask.data[row + left - 1] !== 0) left--;
  while (right < mask.width - 1 && mask.data[row + right + 1] !== 0) right++;
  return { left, right };
}

function bounds(mask: Mask): { x0: number; x1: number; y0: number; y1: number } {
  const box = { x0: mask.width, x1: 0, y0: mask.height, y1: 0 };
  for (let y = 0; y < mask.height; y++) {
    for (let x = 0; x < mask.width; x++) {
      if (mask.data[y * mask.width + x] === 0) continue;
      if (x < box.x0) box.x0 = x;
      if (x > box.x1) box.x1 = x;
      if (y < box.y0) box.y0 = y;
      if (y > box.y1) box.y1 = y;
    }
  }
  return box;
}

const median = (values: number[]): number =>
  values.slice().sort((a, b) => a - b)[values.length >> 1] ?? 0;

/**
 * The trunk's edge on one side from the hem upward: rows in which the run jumps outward (a sleeve
 * touches) are bridged. Answers the edge by row and the topmost row that still belonged.
 */
function followEdge(
  runs: (Run | null)[],
  side: 'left' | 'right',
  hem: number,
  top: number,
  limit: number,
  flares: boolean,
): { edge: number[]; last: number } {
  const edge: number[] = [];
  const sign = side === 'left' ? -1 : 1;
  const sure: number[] = [];
  // A skirt is followed from its middle up: there the rows below are free of sleeves.
  const step = flares ? 2 : -2;
  for (let k = 0; Math.abs(k) < 5.6 * limit; k += step) {
    const run = runs[hem + k - Math.round(flares ? 0 : 0.4 * limit)];
    if (run) sure.push(run[side]);
  }
  // The narrower half of the rows near the hem: a cuff that hangs beside it must not count.
  sure.sort((a, b) => sign * (a - b));
  let recent = [sure[Math.floor(sure.length * 0.3)] ?? runs[hem]?.[side] ?? 0];
  let last = hem;
  let stopped = false;
  for (let y = hem; y >= top; y--) {
    const run = runs[y];
    const value = run ? run[side] : Number.NaN;
    const reference = median(recent);
    if (
      run &&
      !stopped &&
      Math.abs(value - reference) < 4 * limit &&
      sign * (value - reference) < limit
    ) {
      recent.push(value);
      if (recent.length > 12) recent = recent.slice(-12);
      edge[y] = value;
      last = y;
    } else {
      edge[y] = reference;
      // A cuff that touches the side is short; what goes on is the sleeve itself.
      if (last - y > 2.6 * limit) stopped = true;
    }
  }
  return { edge, last };
}

interface Side {
  edge: number[];
  armpit: Point;
  sleeved: boolean;
}

/** Garments are symmetrical: where the two sides contradict each other, the likelier one counts for both. */
function balance(
  left: Side,
  right: Side,
  axis: number,
  trunk: number,
  hem: number,
  contour: Int32Array,
): void {
  const level = Math.abs(left.armpit.y - right.armpit.y) < 0.16 * trunk;
  const wide = Math.abs(axis - left.armpit.x - (right.armpit.x - axis)) < 0.12 * trunk;
  if (level && wide && left.sleeved === right.sleeved) return;
  const doubt = (side: Side): number => {
    const x = clamp(Math.round(side.armpit.x), 0, contour.length - 1);
    const depth = (side.armpit.y - contour[x]!) / trunk;
    const half = Math.abs(side.armpit.x - axis) / trunk;
    return Math.abs(depth - 0.45) + 2 * Math.abs(half - 0.5) + (side.sleeved ? 0 : 0.3);
  };
  const [good, bad] = doubt(left) <= doubt(right) ? [left, right] : [right, left];
  bad.sleeved = good.sleeved;
  bad.armpit = { x: 2 * axis - good.armpit.x, y: good.armpit.y };
  for (let y = 0; y <= hem; y++) {
    const x = good.edge[y];
    if (x !== undefined) bad.edge[y] = 2 * axis - x;
  }
}

/**
 * Wide sleeves laid against the sides leave no gap to tell them by. Such a garment is much wider
 * than its shoulders; then the seams are put straight down from where the shoulders end.
 */
function cutWideSleeves(
  left: Side,
  right: Side,
  contour: Int32Array,
  axis: number,
  box: { x0: number; x1: number; y0: number; y1: number },
  hem: number,
): void {
  const shoulder = (sign: number): number => {
    const limit = sign < 0 ? axis - box.x0 : box.x1 - axis;
    for (let d = 0.16 * (box.x1 - box.x0); d < limit - 10; d++) {
      const a = contour[Math.round(axis + sign * d)]!;
      const b = contour[Math.round(axis + sign * (d + 9))]!;
      if (b - a > 9) return d + 4;
    }
    return limit;
  };
  const half = (shoulder(-1) + shoulder(1)) / 2;
  if (box.x1 - box.x0 < 3 * half) return;
  for (const [side, sign] of [
    [left, -1],
    [right, 1],
  ] as const) {
    const x = axis + sign * half;
    const y = contour[Math.round(x)]! + 0.95 * half;
    side.sleeved = true;
    side.armpit = { x, y };
    for (let k = box.y0; k <= hem; k++) side.edge[k] = x + sign * 0.12 * Math.max(0, k - y);
  }
}

export function readTop(mask: Mask, steep: Float32Array, isDress: boolean): TopLandmarks {
  const box = bounds(mask);
  const tall = box.y1 - box.y0;
  const columns: number[] = [];
  for (let y = Math.round(box.y0 + tall * 0.5); y < box.y1 - tall * 0.08; y += 4) {
    let sum = 0;
    let n = 0;
    for (let x = box.x0; x <= box.x1; x++) {
      if (mask.data[y * mask.width + x] !== 0) {
        sum += x;
        n++;
      }
    }
    if (n > 0) columns.push(sum / n);
  }
  const axis = median(columns) || (box.x0 + box.x1) / 2;
  const runs = Array.from({ length: mask.height }, (_, y) =>
    runAt(mask, y, axis, (box.x1 - box.x0) * 0.2),
  );
  const widths: number[] = [];
  const [from, to] = isDress ? [0.2, 0.42] : [0.5, 0.92];
  for (let y = box.y0 + tall * from; y < box.y0 + tall * to; y += 3) {
    const run = runs[Math.round(y)];
    if (run) widths.push(run.right - run.left);
  }
  widths.sort((a, b) => a - b);
  const trunk = widths[Math.floor(widths.length * 0.35)] ?? box.x1 - box.x0;
  const isHem = (y: number) => mask.data[y * mask.width + Math.round(axis)] !== 0;
  let hem = box.y1;
  while (hem > box.y0 + tall * 0.5 && !isHem(hem)) hem--;
  const lowest = hem;
  const low = runs
    .slice(Math.round(lowest - tall * 0.12), lowest)
    .flatMap((r) => (r ? [r.right - r.left] : []));
  const usual = median(low);
  while (hem > lowest - tall * 0.1) {
    const run = runs[hem];
    if (run && run.right - run.left > 0.88 * usual) break;
    hem--;
  }
  const contour = topContour(mask);
  const start = isDress ? Math.round(box.y0 + tall * 0.5) : hem;
  const sides = (side: 'left' | 'right'): Side => {
    const sign = side === 'left' ? -1 : 1;
    const followed = followEdge(runs, side, start, box.y0, 0.06 * trunk, isDress);
    const { edge } = followed;
    for (let y = start; y <= hem; y++) edge[y] = runs[y]?.[side] ?? edge[y - 1] ?? axis;
    const near = edge[clamp(followed.last + 4, box.y0, hem)]!;
    const crown = Math.min(contour[clamp(Math.round(near), 0, mask.width - 1)]!, followed.last);
    let y = followed.last;
    const sleeved = y > crown + 0.12 * trunk && y > box.y0 + 0.2 * trunk;
    if (!sleeved) {
      // Without sleeves the armpit is where the edge reaches farthest out below the straps.
      let farthest = Number.NEGATIVE_INFINITY;
      for (let k = box.y0 + 0.28 * trunk; k < box.y0 + 0.8 * trunk; k++) {
        const usual = box.y0 + 0.5 * trunk;
        const reach = sign * ((edge[Math.round(k)] ?? axis) - axis) - 0.15 * Math.abs(k - usual);
        if (reach > farthest) {
          farthest = reach;
          y = Math.round(k);
        }
      }
    } else if (y > crown + 0.62 * trunk) {
      y = Math.round(crown + 0.5 * trunk);
    }
    const x = edge[clamp(y + 2, box.y0, hem)]!;
    return { edge, armpit: { x, y }, sleeved };
  };
  const left = sides('left');
  const right = sides('right');
  balance(left, right, axis, trunk, hem, contour);
  if (!isDress && !left.sleeved) cutWideSleeves(left, right, contour, axis, box, hem);
  const shoulderAt = (side: { armpit: Point; sleeved: boolean }, sign: number): Point => {
    let x = clamp(Math.round(side.armpit.x), 1, mask.width - 2);
    if (!side.sleeved) {
      // The strap's outer end: walk inward until the outline has come up to the shoulders.
      const high = Math.min(...Array.from(contour.subarray(box.x0, box.x1 + 1)));
      while (Math.abs(x - axis) > 8 && contour[x]! > high + 0.07 * trunk) x -= sign;
      return { x, y: contour[x]! };
    }
    // Shoulders slope: where the outline above the armpit is still as high as the neck, the
    // shoulder ends farther out.
    const peak = Math.min(...Array.from(contour.subarray(box.x0, box.x1 + 1)));
    for (let d = 0; d < 0.16 * trunk && contour[x]! - peak < 0.1 * trunk; d++) {
      const next = contour[clamp(x + 8 * sign, 0, mask.width - 1)]!;
      if (next - contour[x]! > 9) break;
      x += sign;
    }
    return { x, y: contour[x]! };
  };
  const shoulder = { left: shoulderAt(left, -1), right: shoulderAt(right, 1) };
  if (left.sleeved && right.sleeved) {
    const half = (shoulder.right.x - shoulder.left.x) / 2;
    for (const [side, sign] of [
      ['left', -1],
      ['right', 1],
    ] as const) {
      const x = clamp(Math.round(axis + sign * half), 1, mask.width - 2);
      shoulder[side] = { x, y: contour[x]! };
    }
  }
  const span = shoulder.right.x - shoulder.left.x;
  const collar = findCollar(mask, axis, trunk);
  const neckline = findNeckline(mask, steep, contour, axis, span);

  const labels = new Uint8Array(mask.width * mask.height);
  const areas = {
    left: createMask(mask.width, mask.height),
    right: createMask(mask.width, mask.height),
  };
  for (const [side, sign, bit] of [
    [left, -1, LEFT_SLEEVE],
    [right, 1, RIGHT_SLEEVE],
  ] as const) {
    const tip = sign < 0 ? shoulder.left : shoulder.right;
    const area = sign < 0 ? areas.left : areas.right;
    if (!side.sleeved) continue;
    for (let y = box.y0; y <= box.y1; y++) {
      const t = clamp((side.armpit.y - y) / Math.max(1, side.armpit.y - tip.y), 0, 1);
      const seam =
        y < side.armpit.y ? mix(side.armpit.x, tip.x, t) : (side.edge[y] ?? side.armpit.x);
      for (let x = box.x0; x <= box.x1; x++) {
        if (sign * (x - seam) <= 1) continue;
        labels[y * mask.width + x] = bit;
        if (mask.data[y * mask.width + x] !== 0) area.data[y * mask.width + x] = 1;
      }
    }
    // Fringe beside a ragged skirt is not sleeve.
    const own = largest(area);
    for (let i = 0; i < labels.length; i++) {
      if (area.data[i] === 0 || own.data[i] !== 0) continue;
      labels[i] = TRUNK;
      area.data[i] = 0;
    }
  }
  for (let i = 0; i < labels.length; i++) if (labels[i] === 0) labels[i] = TRUNK;
  const joint = (tip: Point, armpit: Point): Point => ({
    x: mix(tip.x, armpit.x, 0.45),
    y: mix(tip.y, armpit.y, 0.45),
  });
  const least = 0.12 * trunk;
  return {
    axis,
    top: box.y0,
    hem,
    left: left.edge,
    right: right.edge,
    armpit: { left: left.armpit, right: right.armpit },
    shoulder,
    neckline,
    collar,
    sleeves: {
      left: left.sleeved ? traceSleeve(areas.left, joint(shoulder.left, left.armpit), least) : null,
      right: right.sleeved
        ? traceSleeve(areas.right, joint(shoulder.right, right.armpit), least)
        : null,
    },
    labels,
  };
}
