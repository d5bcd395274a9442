import { clamp, type Mask, mix, type Point } from './image.ts';

/** The front edge of a neck opening, as a curve from one shoulder to the other. */
export interface Neckline {
  left: Point;
  right: Point;
  /** How far the curve hangs below the straight line between its ends. */
  depth: number;
  /** 1 for a V, 2 for a round neck, 3 for a square one. */
  power: number;
  /** Strength of the edge along the curve; low means that there was none to find. */
  strength: number;
}

/** The height of the curve in a column between its ends. */
export function necklineAt(neckline: Neckline, x: number): number {
  const { left, right } = neckline;
  const u = clamp(((x - left.x) / (right.x - left.x)) * 2 - 1, -1, 1);
  const base = mix(left.y, right.y, (u + 1) / 2);
  return base + neckline.depth * (1 - Math.abs(u) ** neckline.power);
}

/** The first row inside the mask in every column; the height where there is none. */
export function topContour(mask: Mask): Int32Array {
  const out = new Int32Array(mask.width).fill(mask.height);
  for (let x = 0; x < mask.width; x++) {
    for (let y = 0; y < mask.height; y++) {
      if (mask.data[y * mask.width + x] !== 0) {
        out[x] = y;
        break;
      }
    }
  }
  return out;
}

/**
 * Product pictures show the inside of the back above the front's neckline. The front edge is the
 * curve with the strongest step of colour along it, of all round, square and V-shaped ones.
 */
export function findNeckline(
  mask: Mask,
  steep: Float32Array,
  contour: Int32Array,
  axis: number,
  span: number,
): Neckline {
  const { width, height } = mask;
  let best: Neckline | null = null;
  let bestScore = -1;
  const ends: { half: number; left: Point; right: Point }[] = [];
  for (let half = 0.1 * span; half <= 0.48 * span; half += Math.max(2, span * 0.012)) {
    const lx = Math.round(axis - half);
    const rx = Math.round(axis + half);
    if (lx < 2 || rx > width - 3) continue;
    const ly = contour[lx]!;
    const ry = contour[rx]!;
    if (ly >= height || ry >= height || Math.abs(ly - ry) > 0.1 * span) continue;
    ends.push({ half, left: { x: lx, y: ly }, right: { x: rx, y: ry } });
  }
  for (const { half, left, right } of ends) {
    for (
      let depth = 0.16 * half;
      depth < Math.min(2.1 * half, 0.62 * span);
      depth += Math.max(2, span * 0.01)
    ) {
      for (const power of [1, 1.5, 2, 2.6, 3.5]) {
        if (power === 1 && depth < 0.8 * half) continue;
        const curve: Neckline = { left, right, depth, power, strength: 0 };
        let sum = 0;
        let low = 0;
        let bare = 0;
        let count = 0;
        for (let k = -9; k <= 9; k++) {
          const x = Math.round(axis + (k / 10) * half);
          const y = Math.round(necklineAt(curve, x));
          if (y < 2 || y >= height - 8 || mask.data[(y + 6) * width + x] === 0) {
            sum -= 10;
            count++;
            continue;
          }
          const i = y * width + x;
          const edge = Math.min(18, Math.max(steep[i]!, steep[i - width]!, steep[i + width]!));
          sum += edge;
          if (edge < 2) low++;
          if (mask.data[Math.max(0, y - 6) * width + x] === 0) bare++;
          count++;
        }
        // The upper outline is always a strong edge; it is the neckline only if none lies within.
        const outline = 1 - 0.15 * (bare / count);
        const score = (sum / count) * (1 - 0.5 * (low / count)) * outline + 1.2 * (half / span);
        if (score > bestScore) {
          bestScore = score;
          best = { ...curve, strength: sum / count };
        }
      }
    }
  }
  return (
    best ?? {
      left: { x: axis - 0.2 * span, y: contour[Math.round(axis - 0.2 * span)] ?? 0 },
      right: { x: axis + 0.2 * span, y: contour[Math.round(axis + 0.2 * span)] ?? 0 },
      depth: 0,
      power: 2,
      strength: 0,
    }
  );
}

/** A stand-up collar: narrow above, and the width hardly grows before the shoulders begin. */
export function findCollar(
  mask: Mask,
  axis: number,
  span: number,
): { top: number; base: number; half: number } | null {
  const widthAt = (y: number): number => {
    let n = 0;
    for (let x = Math.max(0, Math.round(axis - span)); x < Math.min(mask.width, axis + span); x++) {
      if (mask.data[y * mask.width + x] !== 0) n++;
    }
    return n;
  };
  let top = 0;
  while (top < mask.height - 2 && widthAt(top) < 0.12 * span) top++;
  // Two straps are narrow too, but nothing is between them.
  const between = Math.min(mask.height - 1, Math.round(top + 0.09 * span));
  if (mask.data[between * mask.width + Math.round(axis)] === 0) return null;
  const upper = widthAt(Math.min(mask.height - 1, Math.round(top + 0.05 * span)));
  const lower = widthAt(Math.min(mask.height - 1, Math.round(top + 0.13 * span)));
  if (upper < 0.15 * span || lower > 0.6 * span || lower > 1.3 * upper) return null;
  let base = Math.round(top + 0.1 * span);
  while (base < top + 0.4 * span && widthAt(base) < 1.3 * upper) base++;
  return { top, base, half: upper / 2 };
}
