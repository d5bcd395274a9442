import type { Mask } from './image.ts';

/**
 * A mask as its horizontal runs, from the top row down and from left to right. What works on
 * outlines works on a few thousand runs instead of a million pixels.
 */
export interface Runs {
  count: number;
  /** The first run of each row; one more entry than there are rows. */
  first: Int32Array;
  /** The column where each run begins, and the one after its last. */
  from: Int32Array;
  to: Int32Array;
}

export interface Area {
  /** Pixels. */
  size: number;
  /** The first and last columns and rows. */
  x0: number;
  x1: number;
  y0: number;
  y1: number;
}

export interface Areas {
  runs: Runs;
  /** The area of each run, an index into `areas`. */
  owner: Int32Array;
  /** In the order of their first pixels. */
  areas: Area[];
}

function grown(old: Int32Array): Int32Array<ArrayBuffer> {
  const next = new Int32Array(old.length * 2);
  next.set(old);
  return next;
}

/** The runs of what is inside, or with `inside` false of what is outside. */
export function findRuns(mask: Mask, inside = true): Runs {
  const { width, height, data } = mask;
  let from = new Int32Array(4 * height + 16);
  let to = new Int32Array(from.length);
  const first = new Int32Array(height + 1);
  let count = 0;
  for (let y = 0; y < height; y++) {
    const row = y * width;
    first[y] = count;
    let x = 0;
    while (true) {
      if (inside) while (x < width && data[row + x] === 0) x++;
      else while (x < width && data[row + x] !== 0) x++;
      if (x === width) break;
      if (count === from.length) {
        from = grown(from);
        to = grown(to);
      }
      from[count] = x;
      if (inside) while (x < width && data[row + x] !== 0) x++;
      else while (x < width && data[row + x] === 0) x++;
      to[count++] = x;
    }
  }
  first[height] = count;
  return { count, first, from, to };
}

/** Connected areas (four neighbours), found by joining the runs that touch from row to row. */
export function findAreas(runs: Runs): Areas {
  const { count, first, from, to } = runs;
  const parent = new Int32Array(count);
  for (let i = 0; i < count; i++) parent[i] = i;
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (let y = 1; y + 1 < first.length; y++) {
    let above = first[y - 1]!;
    const aboveEnd = first[y]!;
    for (let i = aboveEnd; i < first[y + 1]!; i++) {
      while (above < aboveEnd && to[above]! <= from[i]!) above++;
      for (let k = above; k < aboveEnd && from[k]! < to[i]!; k++) {
        const p = root(i);
        const q = root(k);
        // The earlier run stays the root, so that areas come out in the order of their first pixels.
        if (p < q) parent[q] = p;
        else parent[p] = q;
      }
    }
  }
  const owner = new Int32Array(count);
  const areas: Area[] = [];
  for (let y = 0; y + 1 < first.length; y++) {
    for (let i = first[y]!; i < first[y + 1]!; i++) {
      const r = root(i);
      if (r === i) {
        owner[i] = areas.length;
        areas.push({ size: 0, x0: from[i]!, x1: 0, y0: y, y1: y });
      } else owner[i] = owner[r]!;
      const area = areas[owner[i]!]!;
      area.size += to[i]! - from[i]!;
      area.x0 = Math.min(area.x0, from[i]!);
      area.x1 = Math.max(area.x1, to[i]! - 1);
      area.y1 = y;
    }
  }
  return { runs, owner, areas };
}

/** Writes `value` into the pixels of every area that `chosen` names. */
export function paintAreas(
  { runs, owner, areas }: Areas,
  chosen: (area: Area, index: number) => boolean,
  mask: Mask,
  value: number,
): void {
  const pick = areas.map(chosen);
  const { first, from, to } = runs;
  for (let y = 0; y < mask.height; y++) {
    const row = y * mask.width;
    for (let i = first[y]!; i < first[y + 1]!; i++) {
      if (pick[owner[i]!]) mask.data.fill(value, row + from[i]!, row + to[i]!);
    }
  }
}

/**
 * Writes `value` wherever a run is within `radius` pixels, by the octagonal distance that counts
 * 1 for a straight step and √2 for a diagonal one.
 */
export function paintGrown(runs: Runs, radius: number, mask: Mask, value: number): void {
  const { width, height, data } = mask;
  const { first, from, to } = runs;
  const rows = Math.floor(radius);
  const reach = Array.from({ length: rows + 1 }, (_, dy) => {
    let dx = 0;
    while (octagonal(dx + 1, dy) <= radius) dx++;
    return dx;
  });
  for (let y = 0; y < height; y++) {
    for (let i = first[y]!; i < first[y + 1]!; i++) {
      for (let dy = -rows; dy <= rows; dy++) {
        const at = y + dy;
        if (at < 0 || at >= height) continue;
        const dx = reach[dy < 0 ? -dy : dy]!;
        const l = Math.max(0, from[i]! - dx);
        const r = Math.min(width, to[i]! + dx);
        data.fill(value, at * width + l, at * width + r);
      }
    }
  }
}

function octagonal(dx: number, dy: number): number {
  return Math.max(dx, dy) + (Math.SQRT2 - 1) * Math.min(dx, dy);
}
