import { describe, expect, it } from 'vitest';
import { thinPlate } from './tps.ts';

describe('the thin-plate spline', () => {
  it('takes every point to its partner', () => {
    const from = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
      { x: 0, y: 120 },
      { x: 100, y: 120 },
      { x: 50, y: 60 },
    ];
    const to = from.map((p) => ({ x: p.x * 0.8 + (p.y > 50 ? 12 : 0), y: p.y * 1.1 + 7 }));
    const map = thinPlate(from, to);
    from.forEach((p, i) => {
      expect(map(p).x).toBeCloseTo(to[i]!.x, 3);
      expect(map(p).y).toBeCloseTo(to[i]!.y, 3);
    });
  });

  it('goes on evenly outside when all points were only moved', () => {
    const from = [
      { x: 0, y: 0 },
      { x: 80, y: 10 },
      { x: 10, y: 90 },
      { x: 70, y: 70 },
    ];
    const map = thinPlate(
      from,
      from.map((p) => ({ x: p.x + 5, y: p.y - 3 })),
    );
    expect(map({ x: 400, y: -200 }).x).toBeCloseTo(405, 2);
    expect(map({ x: 400, y: -200 }).y).toBeCloseTo(-203, 2);
  });
});
