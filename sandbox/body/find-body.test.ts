import { describe, expect, it } from 'vitest';
import { locate } from './find-body.ts';
import { JOINTS, type Joint, jointIndex, type Keypoint } from './keypoints.ts';

const image = { width: 100, height: 160, data: new Uint8ClampedArray(100 * 160 * 4) };

const STANDING: Partial<Record<Joint, [number, number]>> = {
  leftShoulder: [62, 40],
  rightShoulder: [38, 40],
  leftElbow: [70, 60],
  rightElbow: [30, 60],
  leftWrist: [74, 78],
  rightWrist: [26, 78],
  leftHip: [57, 76],
  rightHip: [43, 76],
  leftAnkle: [57, 140],
  rightAnkle: [43, 140],
};

const seen = (over: typeof STANDING = {}): Keypoint[] =>
  JOINTS.map((name) => {
    const [x, y] = over[name] ?? STANDING[name] ?? [50, 25];
    return { x, y, score: 0.7 };
  });

/** The front and the back at once, as it comes back of somebody whose face hardly shows. */
const BOTH_WAYS = seen({
  leftShoulder: [51, 40],
  rightShoulder: [49, 40],
  leftElbow: [31, 60],
  rightElbow: [30, 60],
});

/** A model that answers its passes in this order, and the last one for ever. */
function answering(...passes: Keypoint[][]) {
  let calls = 0;
  return () => passes[Math.min(calls++, passes.length - 1)]!;
}

const elbow = jointIndex.leftElbow;
const shoulder = jointIndex.leftShoulder;

describe('locating a body', () => {
  it('leaves out a closer pass that sees one arm twice', () => {
    const body = locate(image, answering(seen(), BOTH_WAYS, seen()));
    expect(body?.keypoints[elbow]?.x).toBeCloseTo(70);
    expect(body?.keypoints[shoulder]?.x).toBeCloseTo(62);
  });

  it('leaves out a closer pass that draws shoulders and hips together', () => {
    const narrow = seen({
      leftShoulder: [57, 40],
      rightShoulder: [43, 40],
      leftHip: [52, 76],
      rightHip: [48, 76],
    });
    const body = locate(image, answering(seen(), narrow, seen(), narrow));
    expect(body?.keypoints[shoulder]?.x).toBeCloseTo(62);
  });

  it('believes the closer passes where none agrees with the first', () => {
    const raised = seen({ leftElbow: [75, 25] });
    const body = locate(image, answering(seen(), raised));
    expect(body?.keypoints[elbow]?.y).toBeCloseTo(25);
  });
});
