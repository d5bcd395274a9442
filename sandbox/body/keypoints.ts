/** Pixels of the picture; `score` from 0 to 1. */
export interface Keypoint {
  x: number;
  y: number;
  score: number;
}

/** COCO order, as MoveNet answers. Left and right are the person's own, so left is right in the picture. */
export const JOINTS = [
  'nose',
  'leftEye',
  'rightEye',
  'leftEar',
  'rightEar',
  'leftShoulder',
  'rightShoulder',
  'leftElbow',
  'rightElbow',
  'leftWrist',
  'rightWrist',
  'leftHip',
  'rightHip',
  'leftKnee',
  'rightKnee',
  'leftAnkle',
  'rightAnkle',
] as const;

export type Joint = (typeof JOINTS)[number];

export const jointIndex = Object.fromEntries(JOINTS.map((name, index) => [name, index])) as Record<
  Joint,
  number
>;

const PAIRS: readonly (readonly [number, number])[] = [
  [1, 2],
  [3, 4],
  [5, 6],
  [7, 8],
  [9, 10],
  [11, 12],
  [13, 14],
  [15, 16],
];

/**
 * A pass over another crop sometimes comes back with left and right exchanged, whole or for the
 * legs alone. Averaging such a pass would draw both shoulders, or both ankles, into the middle.
 * So every pair is put in the order in which `reference` has shoulders and hips; that a crossed
 * pair of ankles comes out uncrossed is the smaller evil.
 */
export function unflip(points: Keypoint[], reference: Keypoint[]): Keypoint[] {
  const side = Math.sign(reference[5]!.x - reference[6]!.x + (reference[11]!.x - reference[12]!.x));
  const turned = points.slice();
  for (const [left, right] of PAIRS) {
    if ((points[left]!.x - points[right]!.x) * side < 0) {
      turned[left] = points[right]!;
      turned[right] = points[left]!;
    }
  }
  return turned;
}

/** Shoulders, elbows, wrists and hips: what hangs on the trunk, and so cannot be far apart in two passes. */
const UPPER = [5, 6, 7, 8, 9, 10, 11, 12];

const SHOULDERS = [5, 6] as const;
const HIPS = [11, 12] as const;

/** How much of its width in `reference` a pair keeps at least where both its joints were seen. */
const LEAST_WIDTH = 0.75;

/**
 * Whether a pass sees the trunk and arms where `reference` sees them. With little to tell front
 * from back (hair over the ears, no face), a pass sometimes sees both at once: one elbow twice,
 * and shoulders and hips drawn together, each by less than two passes may differ. Joints that were
 * not seen are nowhere, so they are left out.
 */
export function agrees(points: Keypoint[], reference: Keypoint[]): boolean {
  const at = (i: number) => reference[i]!;
  const torso = Math.hypot(
    (at(5).x + at(6).x - at(11).x - at(12).x) / 2,
    (at(5).y + at(6).y - at(11).y - at(12).y) / 2,
  );
  const seen = (i: number) => points[i]!.score >= 0.25 && at(i).score >= 0.25;
  const apart = (pose: Keypoint[], [a, b]: readonly [number, number]) =>
    Math.hypot(pose[a]!.x - pose[b]!.x, pose[a]!.y - pose[b]!.y);
  const near = UPPER.every((i) => {
    const [p, q] = [points[i]!, at(i)];
    return !seen(i) || Math.hypot(p.x - q.x, p.y - q.y) < 0.3 * torso;
  });
  const wide = [SHOULDERS, HIPS].every(
    (pair) => !pair.every(seen) || apart(points, pair) > LEAST_WIDTH * apart(reference, pair),
  );
  return near && wide;
}

/** The average of several passes over one picture, weighted by the square of the score. */
export function merge(passes: Keypoint[][]): Keypoint[] {
  const [first] = passes;
  if (!first) return [];
  return first.map((_, joint) => {
    let weight = 0;
    let x = 0;
    let y = 0;
    let score = 0;
    for (const pass of passes) {
      const point = pass[joint]!;
      const w = point.score ** 2 + 1e-6;
      weight += w;
      x += point.x * w;
      y += point.y * w;
      score += point.score;
    }
    return { x: x / weight, y: y / weight, score: score / passes.length };
  });
}

/**
 * Whether this is a person that can be dressed: both shoulders and a hip are needed, seen from
 * the front or back, and the torso must have the proportions of one. MoveNet always answers
 * seventeen points, also for a picture of a teapot.
 */
export function isPerson(points: Keypoint[]): boolean {
  const [leftShoulder, rightShoulder] = [points[5]!, points[6]!];
  const [leftHip, rightHip] = [points[11]!, points[12]!];
  const torso = [leftShoulder, rightShoulder, leftHip, rightHip];
  const mean = torso.reduce((sum, p) => sum + p.score, 0) / 4;
  if (mean < 0.4 || Math.min(leftShoulder.score, rightShoulder.score) < 0.32) return false;
  const shoulders = Math.hypot(leftShoulder.x - rightShoulder.x, leftShoulder.y - rightShoulder.y);
  const length = Math.hypot(
    (leftShoulder.x + rightShoulder.x - leftHip.x - rightHip.x) / 2,
    (leftShoulder.y + rightShoulder.y - leftHip.y - rightHip.y) / 2,
  );
  return length > 0 && shoulders / length > 0.3 && shoulders / length < 1.6;
}
