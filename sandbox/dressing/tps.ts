import type { Point } from './image.ts';
import { solve } from './solve.ts';

const kernel = (r2: number): number => (r2 < 1e-9 ? 0 : r2 * Math.log(r2));

/**
 * A thin-plate spline through pairs of points: the smoothest map of the plane that takes each
 * `from` to its `to`. `stiffness` lets it miss them a little where they contradict one another.
 */
export function thinPlate(from: Point[], to: Point[], stiffness = 0): (p: Point) => Point {
  const n = from.length;
  const size = 220;
  const unit = from.map((p) => ({ x: p.x / size, y: p.y / size }));
  const solveFor = (value: (p: Point) => number): number[] => {
    const rows = Array.from({ length: n + 3 }, () => new Float64Array(n + 4));
    for (let i = 0; i < n; i++) {
      const row = rows[i]!;
      const p = unit[i]!;
      for (let j = 0; j < n; j++) {
        const q = unit[j]!;
        row[j] = kernel((p.x - q.x) ** 2 + (p.y - q.y) ** 2);
      }
      row[i] = row[i]! + stiffness;
      row[n] = 1;
      row[n + 1] = p.x;
      row[n + 2] = p.y;
      row[n + 3] = value(to[i]!);
      rows[n]![i] = 1;
      rows[n + 1]![i] = p.x;
      rows[n + 2]![i] = p.y;
    }
    return solve(rows);
  };
  const wx = solveFor((p) => p.x);
  const wy = solveFor((p) => p.y);
  return (point) => {
    const px = point.x / size;
    const py = point.y / size;
    let x = wx[n]! + wx[n + 1]! * px + wx[n + 2]! * py;
    let y = wy[n]! + wy[n + 1]! * px + wy[n + 2]! * py;
    for (let i = 0; i < n; i++) {
      const q = unit[i]!;
      const k = kernel((px - q.x) ** 2 + (py - q.y) ** 2);
      x += wx[i]! * k;
      y += wy[i]! * k;
    }
    return { x, y };
  };
}
