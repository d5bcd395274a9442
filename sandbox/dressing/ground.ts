import { blur, boxBlur, enlarge, shrink, spread } from './filters.ts';
import { createMask, type Mask } from './image.ts';
import type { LabImage } from './lab.ts';
import { combine, components, distanceTo, erode } from './mask-ops.ts';

/** How far a pixel may lie from the ground's colour and still belong to it, in Lab units. */
export interface GroundRule {
  /** Darker than the ground: wide, since the figure throws its shadow there. */
  darker: number;
  /** Brighter than the ground: tight, since nothing lightens a studio wall. Saves white on white. */
  brighter: number;
  /** Another hue than the ground's: tight, since a shadow keeps it. */
  chroma: number;
  /** The steepest step of colour over two pixels that the flood may cross; never below four times the noise. */
  barrier: number;
  /** How much brighter and darker the ground may become than a smooth surface through the border. */
  drift: { brighter: number; darker: number };
}

export interface Separation {
  /** Everything that is not ground. */
  figure: Mask;
  /** The ground as it would look without the figure: smooth, without grain. */
  ground: LabImage;
  /** How far each pixel is from `ground`, chroma counted one and a half times. */
  distance: Float32Array;
  /** The steepness of colour at each pixel, over two pixels, of a lightly smoothed picture. */
  steep: Float32Array;
}

const CELL = 4;
const CHROMA = 1.5;
const PASSES = 2;

/** Solves a small dense system in place; rows are [coefficients…, right side]. */
export function solve(rows: Float64Array[]): number[] {
  const n = rows.length;
  for (let c = 0; c < n; c++) {
    let pivot = c;
    for (let r = c + 1; r < n; r++) {
      if (Math.abs(rows[r]![c]!) > Math.abs(rows[pivot]![c]!)) pivot = r;
    }
    [rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!];
    const lead = rows[c]!;
    const scale = lead[c]! || 1e-12;
    for (let r = c + 1; r < n; r++) {
      const row = rows[r]!;
      const f = row[c]! / scale;
      if (f !== 0) for (let k = c; k < row.length; k++) row[k] = row[k]! - f * lead[k]!;
    }
  }
  const out = new Array<number>(n).fill(0);
  for (let r = n - 1; r >= 0; r--) {
    const row = rows[r]!;
    let sum = row[n]!;
    for (let k = r + 1; k < n; k++) sum -= row[k]! * out[k]!;
    out[r] = sum / (row[r]! || 1e-12);
  }
  return out;
}

function terms(x: number, y: number): number[] {
  return [1, x, y, x * x, x * y, y * y];
}

/** A quadratic surface a channel through the border, with what does not belong thrown out. */
function fitBorder(planes: Float32Array[], w: number, h: number): Float32Array[] {
  const depth = Math.max(2, Math.round(w * 0.03));
  let samples: number[] = [];
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      // The bottom edge is left out: half-length people stand on it, and floors differ from walls.
      if (x < depth || x >= w - depth || y < depth) samples.push(y * w + x);
    }
  }
  let fitted: number[][] = [];
  for (const limit of [14, 9, 7, 0]) {
    const normal = Array.from({ length: 6 }, () => new Float64Array(9));
    for (const i of samples) {
      const t = terms((i % w) / w, Math.floor(i / w) / h);
      for (let r = 0; r < 6; r++) {
        const row = normal[r]!;
        for (let c = 0; c < 6; c++) row[c] = row[c]! + t[r]! * t[c]!;
        for (let k = 0; k < 3; k++) row[6 + k] = row[6 + k]! + t[r]! * planes[k]![i]!;
      }
    }
    fitted = [0, 1, 2].map((k) =>
      solve(
        normal.map((row, r) => {
          const line = new Float64Array(7);
          line.set(row.subarray(0, 6));
          line[r] = line[r]! + 1e-6;
          line[6] = row[6 + k]!;
          return line;
        }),
      ),
    );
    if (limit === 0) break;
    const kept = samples.filter((i) => {
      const t = terms((i % w) / w, Math.floor(i / w) / h);
      const d = [0, 1, 2].map((k) => {
        const value = t.reduce((sum, v, r) => sum + v * fitted[k]![r]!, 0);
        return (planes[k]![i]! - value) * (k === 0 ? 1 : CHROMA);
      });
      return Math.hypot(...d) < limit;
    });
    if (kept.length > samples.length * 0.2) samples = kept;
  }
  return [0, 1, 2].map((k) => {
    const out = new Float32Array(w * h);
    for (let i = 0; i < out.length; i++) {
      const t = terms((i % w) / w, Math.floor(i / w) / h);
      out[i] = t.reduce((sum, v, r) => sum + v * fitted[k]![r]!, 0);
    }
    return out;
  });
}

/** The steepness of colour at each pixel, over two pixels. */
export function steepness(lab: LabImage): Float32Array {
  const { width, height } = lab;
  const out = new Float32Array(width * height);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const i = y * width + x;
      const lx = lab.L[i + 1]! - lab.L[i - 1]!;
      const ly = lab.L[i + width]! - lab.L[i - width]!;
      const ax = lab.a[i + 1]! - lab.a[i - 1]!;
      const ay = lab.a[i + width]! - lab.a[i - width]!;
      const bx = lab.b[i + 1]! - lab.b[i - 1]!;
      const by = lab.b[i + width]! - lab.b[i - width]!;
      out[i] = Math.sqrt(lx * lx + ly * ly + 2.2 * (ax * ax + ay * ay + bx * bx + by * by));
    }
  }
  return out;
}

function smooth(lab: LabImage): LabImage {
  const { width, height } = lab;
  return {
    width,
    height,
    L: boxBlur(lab.L, width, height, 1),
    a: boxBlur(lab.a, width, height, 1),
    b: boxBlur(lab.b, width, height, 1),
  };
}

function distanceFrom(lab: LabImage, ground: LabImage): Float32Array {
  const out = new Float32Array(lab.L.length);
  for (let i = 0; i < out.length; i++) {
    const l = lab.L[i]! - ground.L[i]!;
    const a = (lab.a[i]! - ground.a[i]!) * CHROMA;
    const b = (lab.b[i]! - ground.b[i]!) * CHROMA;
    out[i] = Math.sqrt(l * l + a * a + b * b);
  }
  return out;
}

/** Which pixels could be ground by their colour alone: a soft-edged test on lightness and hue together. */
function likeGround(lab: LabImage, ground: LabImage, surface: LabImage, rule: GroundRule): Mask {
  const out = createMask(lab.width, lab.height);
  for (let i = 0; i < out.data.length; i++) {
    const l = lab.L[i]! - ground.L[i]!;
    const a = lab.a[i]! - ground.a[i]!;
    const b = lab.b[i]! - ground.b[i]!;
    const ratio = l / (l > 0 ? rule.brighter : rule.darker);
    const off = lab.L[i]! - surface.L[i]!;
    if (off > rule.drift.brighter || off < -rule.drift.darker) continue;
    if (ratio * ratio + (a * a + b * b) / (rule.chroma * rule.chroma) < 1) out.data[i] = 1;
  }
  return out;
}

/** Everything that ground-like colour reaches from the borders without crossing an edge. */
function flood(like: Mask, steep: Float32Array, barrier: number, solid: Mask | null): Mask {
  const { width, height } = like;
  const out = createMask(width, height);
  const stack = new Int32Array(width * height);
  let top = 0;
  const enter = (i: number) => {
    if (out.data[i] !== 0 || like.data[i] === 0 || steep[i]! > barrier) return;
    if (solid && solid.data[i] !== 0) return;
    out.data[i] = 1;
    stack[top++] = i;
  };
  for (let x = 0; x < width; x++) {
    enter(width + x);
    enter((height - 2) * width + x);
  }
  for (let y = 0; y < height; y++) {
    enter(y * width + 1);
    enter(y * width + width - 2);
  }
  while (top > 0) {
    const i = stack[--top]!;
    const x = i % width;
    if (x > 0) enter(i - 1);
    if (x < width - 1) enter(i + 1);
    if (i >= width) enter(i - width);
    if (i + width < out.data.length) enter(i + width);
  }
  return out;
}

/**
 * Pockets of ground that the flood cannot reach: between an arm and the side, between the legs.
 * They must be of the ground's colour, narrow and taller than wide; that spares white stripes.
 */
function pockets(
  like: Mask,
  seen: Mask,
  steep: Float32Array,
  barrier: number,
  solid: Mask | null,
): Mask {
  const { width, height } = like;
  const rest = createMask(width, height);
  for (let i = 0; i < rest.data.length; i++) {
    const free = like.data[i] !== 0 && seen.data[i] === 0 && steep[i]! <= barrier;
    rest.data[i] = free && !(solid && solid.data[i] !== 0) ? 1 : 0;
  }
  const { labels, sizes } = components(rest);
  const boxes = sizes.map(() => ({ x0: width, x1: 0, y0: height, y1: 0 }));
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label === 0) continue;
    const box = boxes[label]!;
    const x = i % width;
    const y = (i / width) | 0;
    if (x < box.x0) box.x0 = x;
    if (x > box.x1) box.x1 = x;
    if (y < box.y0) box.y0 = y;
    if (y > box.y1) box.y1 = y;
  }
  const least = (width * height) / 9000;
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!;
    if (label === 0) continue;
    const box = boxes[label]!;
    const breadth = box.x1 - box.x0;
    const tall = box.y1 - box.y0 > 1.6 * breadth && breadth < 0.2 * width;
    rest.data[i] = sizes[label]! > least && tall ? 1 : 0;
  }
  return rest;
}

/** The ground's colour spread from where it is seen, three pixels off the figure, to behind it. */
function spreadGround(lab: LabImage, seen: Mask): LabImage {
  const { width, height } = lab;
  const weight = Float32Array.from(erode(seen, 3).data);
  const cells = shrink(weight, width, height, CELL);
  const planes = [lab.L, lab.a, lab.b].map((plane) => {
    const weighted = new Float32Array(plane.length);
    for (let i = 0; i < plane.length; i++) weighted[i] = plane[i]! * weight[i]!;
    const cell = shrink(weighted, width, height, CELL).data;
    for (let i = 0; i < cell.length; i++) {
      if (cells.data[i]! > 0) cell[i] = cell[i]! / cells.data[i]!;
    }
    return cell;
  });
  const known = cells.data.map((v) => (v > 0.3 ? 1 : 0));
  const { width: w, height: h } = cells;
  const [L, a, b] = spread(planes, known, w, h).map((plane) =>
    enlarge(blur(plane, w, h, 2), w, h, CELL, width, height),
  );
  return { width, height, L: L!, a: a!, b: b! };
}

/**
 * Tells a figure from a plain studio ground. The ground is first a smooth surface through the
 * border, then, step by step, its own colour spread from what has been recognised so far: that
 * follows vignettes, floors and soft shadows, which no single surface does.
 */
export function separate(lab: LabImage, rule: GroundRule, solid: Mask | null = null): Separation {
  const { width, height } = lab;
  const calm = smooth(lab);
  const steep = steepness(smooth(calm));
  const cells = [calm.L, calm.a, calm.b].map((plane) => shrink(plane, width, height, CELL));
  const w = cells[0]!.width;
  const h = cells[0]!.height;
  const fitted = fitBorder(
    cells.map((c) => c.data),
    w,
    h,
  ).map((plane) => enlarge(plane, w, h, CELL, width, height));
  const surface: LabImage = { width, height, L: fitted[0]!, a: fitted[1]!, b: fitted[2]! };
  const first = { ...rule, darker: rule.darker * 0.8, brighter: rule.brighter * 1.5 };
  let like = likeGround(calm, surface, surface, first);
  const barrier = Math.max(rule.barrier, 4 * noise(steep, width, height));
  let seen = flood(like, steep, barrier, solid);
  let ground = surface;
  for (let pass = 0; pass < PASSES; pass++) {
    ground = spreadGround(calm, seen);
    like = likeGround(calm, ground, surface, rule);
    seen = flood(like, steep, barrier, solid);
  }
  const islands = pockets(like, seen, steep, barrier, solid);
  const figure = createMask(width, height);
  const open = combine(seen, islands, (a, b) => a || b);
  const reach = distanceTo(open, true, 3);
  for (let i = 0; i < figure.data.length; i++) {
    // The edge is blurred twice before its steepness is read, so the flood stops two pixels early.
    const ground = reach[i] === 0 || (reach[i]! < 3 && like.data[i] !== 0 && !solid?.data[i]);
    figure.data[i] = ground ? 0 : 1;
  }
  return { figure, ground, distance: distanceFrom(calm, ground), steep };
}

/** The median steepness along the top and the sides: grain and compression. */
function noise(steep: Float32Array, width: number, height: number): number {
  const samples: number[] = [];
  for (let y = 4; y < height * 0.8; y += 3) {
    for (const x of [4, 8, width - 9, width - 5]) samples.push(steep[y * width + x]!);
  }
  for (let x = 4; x < width - 4; x += 3) samples.push(steep[5 * width + x]!);
  samples.sort((p, q) => p - q);
  return samples[samples.length >> 1] ?? 0;
}
