import { clamp, type Mask, mix, type Point } from './image.ts';

/** A sleeve as a bent strip: its middle line from the seam to the cuff, and half-widths along it. */
export interface SleeveShape {
  path: Point[];
  half: number[];
  /** Pixels from the seam to the cuff. */
  length: number;
}

export interface StripPoint {
  /** Pixels along the strip from the seam; negative before it, past `length` beyond the cuff. */
  s: number;
  /** Pixels to the side of the middle line. */
  t: number;
}

function lengths(path: Point[]): number[] {
  const out = [0];
  for (let i = 1; i < path.length; i++) {
    out.push(out[i - 1]! + Math.hypot(path[i]!.x - path[i - 1]!.x, path[i]!.y - path[i - 1]!.y));
  }
  return out;
}

/** Where a point lies along and beside a polyline that goes on straight beyond both its ends. */
export function project(path: Point[], point: Point): StripPoint {
  const along = lengths(path);
  let best = { s: 0, t: 0 };
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 0; i + 1 < path.length; i++) {
    const a = path[i]!;
    const b = path[i + 1]!;
    const dx = b.x - a.x;
    const dy = b.y - a.y;
    const d = Math.hypot(dx, dy) || 1;
    let u = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (d * d);
    if (i > 0) u = Math.max(0, u);
    if (i + 2 < path.length) u = Math.min(1, u);
    const px = point.x - a.x - dx * u;
    const py = point.y - a.y - dy * u;
    const distance = px * px + py * py;
    if (distance < nearest) {
      nearest = distance;
      const cross = dx * (point.y - a.y) - dy * (point.x - a.x);
      best = { s: along[i]! + u * d, t: Math.sign(cross) * Math.sqrt(distance) };
    }
  }
  return best;
}

/** The point at a place of the strip, and its inverse of `project`; joints are rounded. */
export function place(path: Point[], { s, t }: StripPoint): Point {
  const along = lengths(path);
  const last = path.length - 2;
  let i = 0;
  while (i < last && along[i + 1]! < s) i++;
  const direction = (k: number): Point => {
    const a = path[clamp(k, 0, last)]!;
    const b = path[clamp(k, 0, last) + 1]!;
    const d = Math.hypot(b.x - a.x, b.y - a.y) || 1;
    return { x: (b.x - a.x) / d, y: (b.y - a.y) / d };
  };
  const a = path[i]!;
  const own = direction(i);
  const u = clamp((s - along[i]!) / (along[i + 1]! - along[i]! || 1), 0, 1);
  const other = u < 0.5 ? direction(i - 1) : direction(i + 1);
  const share = Math.abs(u - 0.5);
  const nx = mix(own.x, other.x, share);
  const ny = mix(own.y, other.y, share);
  const d = Math.hypot(nx, ny) || 1;
  const step = s - along[i]!;
  return { x: a.x + own.x * step - (ny / d) * t, y: a.y + own.y * step + (nx / d) * t };
}

/** A value given along the strip at equal steps, at any place of it. */
export function alongStrip(values: number[], length: number, s: number): number {
  const f = clamp(s / length, 0, 1) * (values.length - 1);
  const i = Math.min(values.length - 2, Math.floor(f));
  return mix(values[i]!, values[i + 1]!, f - i);
}

/** Reads a sleeve's middle line and widths off its pixels, which must hang together. Null for what is too small to be one. */
export function traceSleeve(area: Mask, joint: Point, least: number): SleeveShape | null {
  const pixels: Point[] = [];
  for (let y = 0; y < area.height; y += 2) {
    for (let x = 0; x < area.width; x += 2) {
      if (area.data[y * area.width + x] !== 0) pixels.push({ x, y });
    }
  }
  if (pixels.length < 30) return null;
  // The cuff is what lies farthest from the seam.
  const reach = pixels.map((p) => Math.hypot(p.x - joint.x, p.y - joint.y));
  const far = reach.slice().sort((a, b) => a - b)[Math.floor(reach.length * 0.985)]!;
  if (far < least) return null;
  const end = pixels.filter((_, i) => reach[i]! > far * 0.93);
  const cuff = {
    x: end.reduce((sum, p) => sum + p.x, 0) / end.length,
    y: end.reduce((sum, p) => sum + p.y, 0) / end.length,
  };
  const steps = clamp(Math.round(far / 30), 2, 10);
  let path: Point[] = Array.from({ length: steps + 1 }, (_, k) => ({
    x: mix(joint.x, cuff.x, k / steps),
    y: mix(joint.y, cuff.y, k / steps),
  }));
  for (let round = 0; round < 2 && steps > 2; round++) {
    const total = lengths(path)[steps]!;
    const sums = path.map(() => ({ x: 0, y: 0, n: 0 }));
    for (const p of pixels) {
      const { s } = project(path, p);
      const k = Math.round((s / total) * steps);
      const bin = sums[clamp(k, 0, steps)]!;
      bin.x += p.x;
      bin.y += p.y;
      bin.n++;
    }
    const centred = path.map((p, k) => {
      const bin = sums[k]!;
      if (k === 0 || bin.n < 5) return p;
      return { x: bin.x / bin.n, y: bin.y / bin.n };
    });
    path = centred.map((p, k) => {
      const a = centred[k - 1];
      const b = centred[k + 1];
      return a && b ? { x: (a.x + 2 * p.x + b.x) / 4, y: (a.y + 2 * p.y + b.y) / 4 } : p;
    });
  }
  const total = lengths(path)[path.length - 1]!;
  const sides: number[][] = Array.from({ length: 9 }, () => []);
  let length = 0;
  const places: number[] = [];
  for (const p of pixels) {
    const { s, t } = project(path, p);
    places.push(s);
    if (s > 0 && s <= total) sides[Math.round((s / total) * 8)]!.push(Math.abs(t));
  }
  places.sort((a, b) => a - b);
  length = places[Math.floor(places.length * 0.985)] ?? total;
  const half = sides.map((list) => {
    list.sort((a, b) => a - b);
    return list[Math.floor(list.length * 0.93)] ?? 0;
  });
  for (let k = 1; k < half.length; k++) if (half[k]! < 2) half[k] = half[k - 1]!;
  half[0] = half[1]!;
  return { path, half, length: Math.max(1, length) };
}
