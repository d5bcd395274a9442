import { blur, enlarge, mean3, spread } from './filters.ts';
import { CHROMA, fitBorder, type Surface, surfacePlane, surfaceRow } from './ground-surface.ts';
import { createMask, type Mask } from './image.ts';
import type { LabImage } from './lab.ts';
import { dilate, erode } from './mask-ops.ts';
import { type Areas, findAreas, findRuns, paintAreas } from './runs.ts';

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

/** Pixels a side of the cells in which the ground is estimated. */
const CELL = 4;
const PASSES = 2;

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

/**
 * The same of the picture blurred by `mean3` once more, without making that: a step of the blurred
 * colour over two pixels is the sum of the two columns to the right less the two to the left.
 */
function calmSteepness({ width, height, L, a, b }: LabImage): Float32Array {
  const out = new Float32Array(width * height);
  const across = new Float32Array(width);
  const along = new Float32Array(width);
  const planes = [L, a, b];
  for (let y = 1; y < height - 1; y++) {
    const row = y * width;
    const above = row - width;
    const below = row + width;
    const top = Math.max(0, y - 2) * width;
    const bottom = Math.min(height - 1, y + 2) * width;
    for (let k = 0; k < 3; k++) {
      const plane = planes[k]!;
      for (let x = 0; x < width; x++) {
        const p = plane[above + x]!;
        const q = plane[below + x]!;
        across[x] = p + plane[row + x]! + q;
        along[x] = q + plane[bottom + x]! - p - plane[top + x]!;
      }
      const weight = (k === 0 ? 1 : 2.2) / 81;
      for (let x = 2; x < width - 2; x++) {
        const dx = across[x + 1]! + across[x + 2]! - across[x - 1]! - across[x - 2]!;
        const dy = along[x - 1]! + along[x]! + along[x + 1]!;
        out[row + x] = out[row + x]! + weight * (dx * dx + dy * dy);
      }
    }
    for (let x = row + 2; x < row + width - 2; x++) out[x] = Math.sqrt(out[x]!);
    out[row + 1] = out[row + 2]!;
    out[row + width - 2] = out[row + width - 3]!;
  }
  return out;
}

function smooth({ width, height, L, a, b }: LabImage): LabImage {
  return {
    width,
    height,
    L: mean3(L, width, height),
    a: mean3(a, width, height),
    b: mean3(b, width, height),
  };
}

function distanceFrom(lab: LabImage, ground: LabImage): Float32Array {
  const out = new Float32Array(lab.L.length);
  const { L, a, b } = lab;
  for (let i = 0; i < out.length; i++) {
    const l = L[i]! - ground.L[i]!;
    const p = a[i]! - ground.a[i]!;
    const q = b[i]! - ground.b[i]!;
    out[i] = Math.sqrt(l * l + CHROMA * CHROMA * (p * p + q * q));
  }
  return out;
}

/**
 * Which pixels could be ground: by their colour, a soft-edged test on lightness and hue together,
 * and because no edge runs through them (`steep` is the barrier's plane) nor a bone (`solid`).
 */
function likeGround(
  lab: LabImage,
  ground: LabImage,
  surface: Surface,
  rule: GroundRule,
  steep: Float32Array,
  barrier: number,
  solid: Mask | null,
): { like: Mask; free: Mask } {
  const { width, height, L, a, b } = lab;
  const like = createMask(width, height);
  const free = createMask(width, height);
  const level = new Float32Array(width);
  const { brighter, darker } = rule.drift;
  const up = 1 / rule.brighter;
  const down = 1 / rule.darker;
  const hue = 1 / (rule.chroma * rule.chroma);
  for (let y = 0; y < height; y++) {
    surfaceRow(surface, y, width, height, level);
    for (let x = 0, i = y * width; x < width; x++, i++) {
      const value = L[i]!;
      const off = value - level[x]!;
      if (off > brighter || off < -darker) continue;
      const l = value - ground.L[i]!;
      const ratio = l > 0 ? l * up : l * down;
      const p = a[i]! - ground.a[i]!;
      const q = b[i]! - ground.b[i]!;
      if (ratio * ratio + (p * p + q * q) * hue >= 1) continue;
      if (solid !== null && solid.data[i] !== 0) continue;
      like.data[i] = 1;
      if (steep[i]! <= barrier) free.data[i] = 1;
    }
  }
  return { like, free };
}

/**
 * Which areas of ground-like colour begin at the border; the two outermost lines have no steepness
 * of their own, so the second counts.
 */
function fromBorder({ areas }: Areas, width: number, height: number): boolean[] {
  return areas.map((a) => a.x0 <= 1 || a.y0 <= 1 || a.x1 >= width - 2 || a.y1 >= height - 2);
}

/**
 * Pockets of ground that the flood cannot reach: between an arm and the side, between the legs.
 * They must be of the ground's colour, narrow and taller than wide; that spares white stripes.
 * One that is only roughly of that colour and reaches a bone without an edge between is pale cloth.
 */
function pockets(
  found: Areas,
  reached: boolean[],
  solid: Mask | null,
  distance: Float32Array,
  { width, height }: Mask,
): boolean[] {
  const { runs, owner, areas } = found;
  const chosen = areas.map((area, k) => {
    const breadth = area.x1 - area.x0;
    const tall = area.y1 - area.y0 > 1.6 * breadth && breadth < 0.2 * width;
    return !reached[k] && tall && area.size > (width * height) / 9000;
  });
  if (!solid) return chosen;
  const bone = solid.data;
  const touching = new Int32Array(areas.length);
  const off = new Float64Array(areas.length);
  for (let y = 0; y < height; y++) {
    for (let r = runs.first[y]!; r < runs.first[y + 1]!; r++) {
      const k = owner[r]!;
      if (!chosen[k]) continue;
      const from = y * width + runs.from[r]!;
      const to = y * width + runs.to[r]!;
      let count = (bone[from - 1] ? 1 : 0) + (bone[to] ? 1 : 0);
      let sum = 0;
      for (let i = from; i < to; i++) {
        sum += distance[i]!;
        if (bone[i - width] || bone[i + width]) count++;
      }
      touching[k] = touching[k]! + count;
      off[k] = off[k]! + sum;
    }
  }
  return chosen.map((yes, k) => {
    const { size, y0, y1 } = areas[k]!;
    return yes && (off[k]! < 5 * size || touching[k]! < 0.1 * (y1 - y0));
  });
}

/** Half the size: colours averaged, and the steepest of four pixels, so that no edge is lost. */
function halve(lab: LabImage, steep: Float32Array): { lab: LabImage; steep: Float32Array } {
  const { width, height } = lab;
  const w = width >> 1;
  const h = height >> 1;
  const planes = [lab.L, lab.a, lab.b].map((plane) => {
    const out = new Float32Array(w * h);
    for (let y = 0; y < h; y++) {
      let i = 2 * y * width;
      for (let o = y * w; o < (y + 1) * w; o++, i += 2) {
        out[o] = 0.25 * (plane[i]! + plane[i + 1]! + plane[i + width]! + plane[i + width + 1]!);
      }
    }
    return out;
  });
  const most = new Float32Array(w * h);
  for (let y = 0; y < h; y++) {
    let i = 2 * y * width;
    for (let o = y * w; o < (y + 1) * w; o++, i += 2) {
      most[o] = Math.max(steep[i]!, steep[i + 1]!, steep[i + width]!, steep[i + width + 1]!);
    }
  }
  return {
    lab: { width: w, height: h, L: planes[0]!, a: planes[1]!, b: planes[2]! },
    steep: most,
  };
}

function halveMask(mask: Mask): Mask {
  const { width, data } = mask;
  const out = createMask(width >> 1, mask.height >> 1);
  for (let y = 0; y < out.height; y++) {
    let i = 2 * y * width;
    for (let o = y * out.width; o < (y + 1) * out.width; o++, i += 2) {
      out.data[o] = data[i]! | data[i + 1]! | data[i + width]! | data[i + width + 1]!;
    }
  }
  return out;
}

/** Planes of one value a cell. */
interface Cells {
  width: number;
  height: number;
  planes: Float32Array[];
}

/**
 * The ground's colour spread from where it is seen, well off the figure, to behind it. `half` is
 * the picture at half size.
 */
function spreadGround(half: LabImage, seen: Mask): Cells {
  const { width, height } = half;
  const sure = erode(seen, 1).data;
  const size = CELL / 2;
  const w = Math.ceil(width / size);
  const h = Math.ceil(height / size);
  const [L, a, b] = [new Float32Array(w * h), new Float32Array(w * h), new Float32Array(w * h)];
  const count = new Uint8Array(w * h);
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / size) * w;
    for (let x = 0, i = y * width; x < width; x++, i++) {
      if (sure[i] === 0) continue;
      const o = row + ((x / size) | 0);
      count[o] = count[o]! + 1;
      L[o] = L[o]! + half.L[i]!;
      a[o] = a[o]! + half.a[i]!;
      b[o] = b[o]! + half.b[i]!;
    }
  }
  const known = new Float32Array(w * h);
  for (let o = 0; o < count.length; o++) {
    const n = count[o]!;
    if (n === 0) continue;
    L[o] = L[o]! / n;
    a[o] = a[o]! / n;
    b[o] = b[o]! / n;
    if (n > 0.3 * size * size) known[o] = 1;
  }
  const planes = spread([L, a, b], known, w, h).map((plane) => blur(plane, w, h, 2));
  return { width: w, height: h, planes };
}

function fullSize({ planes, width: w, height: h }: Cells, cell: number, like: LabImage): LabImage {
  const { width, height } = like;
  const [L, a, b] = planes.map((plane) => enlarge(plane, w, h, cell, width, height));
  return { width, height, L: L!, a: a!, b: b! };
}

/**
 * Tells a figure from a plain studio ground. The ground is first a smooth surface through the
 * border, then, step by step, its own colour spread from what has been recognised so far: that
 * follows vignettes, floors and soft shadows, which no single surface does. The ground is smooth,
 * so it is found at half size; only the figure's outline is decided at full size.
 */
export function separate(lab: LabImage, rule: GroundRule, solid: Mask | null = null): Separation {
  const { width, height } = lab;
  const calm = smooth(lab);
  const steep = calmSteepness(calm);
  const barrier = Math.max(rule.barrier, 4 * noise(steep, width, height));
  const { lab: half, steep: halfSteep } = halve(calm, steep);
  const halfSolid = solid && halveMask(solid);
  const [L, a, b] = fitBorder(half);
  const { width: w, height: h } = half;
  let ground: LabImage = {
    width: w,
    height: h,
    L: surfacePlane(L, w, h),
    a: surfacePlane(a, w, h),
    b: surfacePlane(b, w, h),
  };
  const first = { ...rule, darker: rule.darker * 0.8, brighter: rule.brighter * 1.5 };
  let cells: Cells | null = null;
  for (let pass = 0; pass < PASSES; pass++) {
    if (cells) ground = fullSize(cells, CELL / 2, half);
    const { free } = likeGround(
      half,
      ground,
      L,
      pass === 0 ? first : rule,
      halfSteep,
      barrier,
      halfSolid,
    );
    const found = findAreas(findRuns(free));
    const reached = fromBorder(found, w, h);
    const seen = createMask(w, h);
    paintAreas(found, (_, k) => reached[k]!, seen, 1);
    cells = spreadGround(half, seen);
  }
  ground = fullSize(cells!, CELL, calm);
  const { like, free } = likeGround(calm, ground, L, rule, steep, barrier, solid);
  const found = findAreas(findRuns(free));
  const reached = fromBorder(found, width, height);
  const open = createMask(width, height);
  const distance = distanceFrom(calm, ground);
  const shut = pockets(found, reached, solid, distance, like);
  paintAreas(found, (_, k) => reached[k]! || shut[k]!, open, 1);
  // The edge is blurred twice before its steepness is read, so the flood stops two pixels early.
  const near = dilate(open, 2.9);
  const figure = createMask(width, height);
  for (let i = 0; i < figure.data.length; i++) {
    figure.data[i] = open.data[i] !== 0 || (near.data[i] !== 0 && like.data[i] !== 0) ? 0 : 1;
  }
  return { figure, ground, distance, steep };
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
