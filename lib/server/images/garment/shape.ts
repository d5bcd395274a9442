import 'server-only';
import type { GarmentShape } from '#lib/domain/picture-readiness.ts';
import type { Mask, Piece } from './mask.ts';

/** Rows looked at from the garment's top to its bottom. */
const LINES = 60;
/** Narrower gaps and runs, as a share of the garment's breadth, are folds and threads. */
const LEAST_GAP = 0.015;
/** How far from the middle, as a share of the breadth, the gap between two legs may lie. */
const OFF_MIDDLE = 0.2;

interface Row {
  runs: { from: number; to: number }[];
  /** From the first run's beginning to the last one's end. */
  breadth: number;
}

/** The garment's outline in a few figures, each a share of its own height or breadth. */
export function measureShape(garment: Mask, box: Piece): GarmentShape {
  const breadth = box.right - box.left + 1;
  const height = box.bottom - box.top + 1;
  const rows = Array.from({ length: LINES }, (_, line) =>
    readRow(garment, box, box.top + Math.floor(((line + 0.5) / LINES) * height)),
  );
  const parted = rows.map((row) => hasMiddleGap(row, breadth));
  const lower = parted.slice(Math.floor(LINES * 0.6), Math.floor(LINES * 0.97));
  const firstGap = parted.findIndex(
    (gap, line) => gap && parted.slice(line, line + 4).every(Boolean),
  );
  const breadths = rows.map((row) => row.breadth / breadth);
  return {
    aspect: height / breadth,
    legs: lower.filter(Boolean).length / lower.length,
    crotch: firstGap < 0 ? 1 : firstGap / LINES,
    arms: rows.filter(({ runs }) => runs.length >= 3).length / LINES,
    sleeveStep: largestStep(breadths),
  };
}

function readRow({ width, data }: Mask, { left, right }: Piece, y: number): Row {
  const least = LEAST_GAP * (right - left + 1);
  const runs: Row['runs'] = [];
  for (let x = left; x <= right; x++) {
    if (data[y * width + x] === 0) continue;
    const last = runs.at(-1);
    if (last && x - last.to <= Math.max(1, least)) last.to = x;
    else runs.push({ from: x, to: x });
  }
  const wide = runs.filter(({ from, to }) => to - from + 1 > least);
  const [first, last] = [wide[0], wide.at(-1)];
  const middle = (left + right) / 2;
  return {
    runs: wide.map(({ from, to }) => ({ from: from - middle, to: to - middle })),
    breadth: first && last ? last.to - first.from + 1 : 0,
  };
}

/** Two runs with a gap about the middle: two legs, and not a body between two sleeves. */
function hasMiddleGap({ runs }: Row, breadth: number): boolean {
  const [left, right] = runs;
  if (runs.length !== 2 || !left || !right) return false;
  return Math.abs((left.to + right.from) / 2) < OFF_MIDDLE * breadth;
}

/** How much narrower it becomes within a tenth of its height, above its lowest third: a sleeve's hem. */
function largestStep(breadths: readonly number[]): number {
  let largest = 0;
  for (let line = 3; line < LINES * 0.7; line++) {
    largest = Math.max(largest, (breadths[line] ?? 0) - (breadths[line + LINES / 10] ?? 0));
  }
  return largest;
}
