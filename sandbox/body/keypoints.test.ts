import { describe, expect, it } from 'vitest';
import { isPerson, JOINTS, type Keypoint, merge, unflip } from './keypoints.ts';

function standing(): Keypoint[] {
  const at: Partial<Record<(typeof JOINTS)[number], [number, number]>> = {
    leftShoulder: [60, 30],
    rightShoulder: [40, 30],
    leftHip: [56, 60],
    rightHip: [44, 60],
    leftAnkle: [55, 100],
    rightAnkle: [45, 100],
  };
  return JOINTS.map((name) => {
    const [x, y] = at[name] ?? [50, 20];
    return { x, y, score: 0.7 };
  });
}

describe('keypoints', () => {
  it('turns a pass round whose left and right came back exchanged', () => {
    const seen = standing();
    const mirrored = seen.map((p) => ({ ...p, x: 100 - p.x }));
    expect(unflip(mirrored, seen)[5]!.x).toBe(60);
    expect(unflip(mirrored, seen)[6]!.x).toBe(40);
  });

  it('turns exchanged ankles round and leaves the shoulders', () => {
    const seen = standing();
    const crossed = seen.slice();
    [crossed[15], crossed[16]] = [seen[16]!, seen[15]!];
    expect(unflip(crossed, seen)).toEqual(seen);
  });

  it('averages by score', () => {
    const a = standing();
    const b = standing().map((p) => ({ ...p, x: p.x + 10, score: 0.001 }));
    expect(merge([a, b])[5]!.x).toBeCloseTo(60, 1);
  });

  it('takes nobody for a person whose torso was not seen', () => {
    expect(isPerson(standing())).toBe(true);
    expect(isPerson(standing().map((p) => ({ ...p, score: 0.2 })))).toBe(false);
  });

  it('takes nobody for a person whose shoulders are wider than any body allows', () => {
    const wide = standing();
    wide[5] = { x: 150, y: 30, score: 0.8 };
    expect(isPerson(wide)).toBe(false);
  });
});
