import { type BodyShape, edgesAt } from './body-shape.ts';
import type { Frame } from './frame.ts';
import { clamp, createMask, type Mask } from './image.ts';
import type { LabImage } from './lab.ts';
import { largest, open } from './mask-ops.ts';
import { findAreas, findRuns, paintAreas } from './runs.ts';

/** What the person wears in the photo. */
export interface Clothes {
  top: Mask;
  bottom: Mask;
  /** Chest and thighs wear the same cloth: a dress, or two pieces that cannot be told apart. */
  onePiece: boolean;
  /** The row where the top ends (of one piece: where it is parted), in the middle of the body; null when that cannot be told. */
  hem: number | null;
}

const BIN = 6;
const SIDE = 20;

function bin(L: number, a: number, b: number): number {
  const l = clamp(Math.floor(L / BIN), 0, 16);
  const u = clamp(Math.floor((a + 60) / BIN), 0, SIDE - 1);
  const v = clamp(Math.floor((b + 60) / BIN), 0, SIDE - 1);
  return (l * SIDE + u) * SIDE + v;
}

/** How often each colour occurs in a region, neighbouring colours included. */
function histogram(
  lab: LabImage,
  within: (x: number, y: number, i: number) => boolean,
  y0: number,
  y1: number,
): Float32Array {
  const counts = new Float32Array(17 * SIDE * SIDE);
  let total = 0;
  for (let y = Math.max(0, Math.round(y0)); y < Math.min(lab.height, y1); y += 2) {
    for (let x = 0; x < lab.width; x += 2) {
      const i = y * lab.width + x;
      if (!within(x, y, i)) continue;
      total++;
      for (const dl of [-BIN / 2, BIN / 2]) {
        for (const da of [-BIN / 2, BIN / 2]) {
          for (const db of [-BIN / 2, BIN / 2]) {
            const k = bin(lab.L[i]! + dl, lab.a[i]! + da, lab.b[i]! + db);
            counts[k] = counts[k]! + 1;
          }
        }
      }
    }
  }
  if (total > 0) for (let k = 0; k < counts.length; k++) counts[k] = counts[k]! / (total * 8);
  return counts;
}

/** The smoothest row by column that has top-like pixels above it and bottom-like ones below. */
function border(
  likeness: Int8Array,
  width: number,
  x0: number,
  x1: number,
  y0: number,
  y1: number,
): Int32Array {
  const step = 3;
  const rows = Math.max(1, Math.floor((y1 - y0) / step));
  const columns = Math.max(1, Math.floor((x1 - x0) / step));
  const costs: Float32Array[] = [];
  for (let c = 0; c < columns; c++) {
    const x = x0 + c * step;
    const cost = new Float32Array(rows + 1);
    for (let r = 0; r < rows; r++) {
      const v = likeness[(y0 + r * step) * width + x]!;
      // Passing this pixel upward makes it part of the top.
      cost[r + 1] = cost[r]! - v;
    }
    costs.push(cost);
  }
  const back: Int16Array[] = [];
  let total = costs[0]!.slice();
  for (let c = 1; c < columns; c++) {
    const next = new Float32Array(rows + 1);
    const from = new Int16Array(rows + 1);
    for (let r = 0; r <= rows; r++) {
      let best = Number.POSITIVE_INFINITY;
      for (let k = Math.max(0, r - 3); k <= Math.min(rows, r + 3); k++) {
        const value = total[k]! + 0.6 * Math.abs(k - r);
        if (value < best) {
          best = value;
          from[r] = k;
        }
      }
      next[r] = best + costs[c]![r]!;
    }
    back.push(from);
    total = next;
  }
  let r = 0;
  for (let k = 1; k <= rows; k++) if (total[k]! < total[r]!) r = k;
  const out = new Int32Array(width).fill(-1);
  for (let c = columns - 1; c >= 0; c--) {
    for (let k = 0; k < step; k++)
      if (x0 + c * step + k < width) out[x0 + c * step + k] = y0 + r * step;
    if (c > 0) r = back[c - 1]![r]!;
  }
  for (let x = x0 - 1; x >= 0; x--) out[x] = out[x + 1]!;
  for (let x = 1; x < width; x++) if (out[x]! < 0) out[x] = out[x - 1]!;
  return out;
}

/** Whether the legs are hidden: cloth lies between them all the way from the crotch to the knees. */
export function isSkirt(bottom: Mask, frame: Frame, shape: BodyShape): boolean {
  const { left, right } = frame.legs;
  const to = Math.min(bottom.height - 2, (left.joint.y + right.joint.y) / 2 - 0.1 * frame.torso);
  let rows = 0;
  let filled = 0;
  for (let y = Math.round(shape.crotch + 0.08 * frame.torso); y < to; y += 2) {
    const t = (y - frame.hip.y) / Math.max(1, (left.joint.y + right.joint.y) / 2 - frame.hip.y);
    const x = frame.hip.x + ((left.joint.x + right.joint.x) / 2 - frame.hip.x) * t;
    rows++;
    if (bottom.data[y * bottom.width + Math.round(x)] !== 0) filled++;
  }
  return rows > 3 && filled > 0.7 * rows;
}

/** Cloth below the ankles hangs down from above them; what lies there alone is a shadow on the floor. */
export function hanging(bottom: Mask, ankle: number): Mask {
  const found = findAreas(findRuns(bottom));
  const out = createMask(bottom.width, bottom.height);
  paintAreas(found, (area) => area.y0 < ankle, out, 1);
  return out;
}

/** Tells the top from the bottom by their colours at the chest and at the thighs. */
export function findClothes(
  lab: LabImage,
  person: Mask,
  skin: Mask,
  head: Mask,
  frame: Frame,
  shape: BodyShape,
  armArea: Mask,
): Clothes {
  const { width, height } = lab;
  const { torso } = frame;
  const cloth = (i: number) => person.data[i] !== 0 && skin.data[i] === 0 && head.data[i] === 0;
  const amid = (x: number, y: number, share: number) => {
    const e = edgesAt(shape, y);
    const c = (e.left + e.right) / 2;
    return Math.abs(x - c) < ((e.right - e.left) / 2) * share;
  };
  const chest = histogram(
    lab,
    (x, y, i) => cloth(i) && amid(x, y, 0.8),
    frame.neck.y + 0.3 * torso,
    frame.neck.y + 0.62 * torso,
  );
  const thigh = histogram(
    lab,
    (x, y, i) => cloth(i) && amid(x, y, 0.9),
    frame.hip.y + 0.14 * torso,
    frame.hip.y + 0.46 * torso,
  );
  let common = 0;
  let thighs = 0;
  for (let k = 0; k < chest.length; k++) {
    common += Math.min(chest[k]!, thigh[k]!);
    thighs += thigh[k]!;
  }
  const onePiece = thighs > 0.5 && common > 0.62;

  const likeness = new Int8Array(width * height);
  for (let i = 0; i < likeness.length; i++) {
    if (!cloth(i)) continue;
    const k = bin(lab.L[i]!, lab.a[i]!, lab.b[i]!);
    const p = chest[k]! + 1e-5;
    const q = thigh[k]! + 1e-5;
    likeness[i] = p > 1.6 * q ? 1 : q > 1.6 * p ? -1 : 0;
  }
  const hips = edgesAt(shape, frame.hip.y);
  const y0 = Math.round(frame.neck.y + 0.45 * torso);
  const y1 = Math.round(Math.min(height - 2, frame.hip.y + 0.6 * torso));
  const x0 = clamp(Math.round(hips.left), 0, width - 8);
  const x1 = clamp(Math.round(hips.right), x0 + 7, width - 1);
  const line = onePiece ? null : border(likeness, width, x0, x1, y0, Math.max(y0 + 6, y1));
  const natural = frame.hip.y - 0.12 * torso;

  const top = createMask(width, height);
  const bottom = createMask(width, height);
  const ends: number[] = [];
  // Shoes are no clothes here: below the ankle only the colour of the thighs counts.
  const ankle = Math.min(frame.legs.left.end.y, frame.legs.right.end.y) - 0.04 * torso;
  for (let x = 0; x < width; x++) {
    const limit = line ? line[x]! : natural;
    let end = -1;
    for (let y = 0; y < height; y++) {
      const i = y * width + x;
      if (!cloth(i)) continue;
      const sleeve = armArea.data[i] !== 0 && !amid(x, y, 1.02) && y < frame.hip.y + 0.5 * torso;
      if (y < limit || (sleeve && likeness[i]! >= 0)) {
        top.data[i] = 1;
        if (amid(x, y, 0.6) && likeness[i]! >= 0) end = y;
      } else if (y < ankle || likeness[i]! < 0) bottom.data[i] = 1;
    }
    if (end > 0) ends.push(end);
  }
  ends.sort((a, b) => a - b);
  const seen = ends.length < 5 ? null : ends[Math.floor(ends.length * 0.7)]!;
  const hem = onePiece ? natural : seen;
  // Along skin and hair the blurred edge pixels are of neither colour: slivers, not clothes.
  return {
    top: largest(open(top, 2), 0.03),
    bottom: largest(hanging(open(bottom, 2), ankle), 0.03),
    onePiece,
    hem,
  };
}
