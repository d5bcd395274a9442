import type { Size } from './picture-fit.ts';

/**
 * A body as a pose model names it: seventeen points in COCO order. Left and right are the person's
 * own, so the left shoulder of somebody who faces the camera is on the right of the picture.
 */
export const bodyJoints = [
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

export type BodyJoint = (typeof bodyJoints)[number];

/** In pixels of the picture, also outside of it; `score` from 0 to 1 is how sure the model is. */
export interface BodyPoint {
  x: number;
  y: number;
  score: number;
}

export type BodyPoints = Record<BodyJoint, BodyPoint>;

/** A rectangle of the picture, in its pixels; it may reach outside. */
export interface Region extends Size {
  left: number;
  top: number;
}

const pairs: readonly (readonly [BodyJoint, BodyJoint])[] = [
  ['leftEye', 'rightEye'],
  ['leftEar', 'rightEar'],
  ['leftShoulder', 'rightShoulder'],
  ['leftElbow', 'rightElbow'],
  ['leftWrist', 'rightWrist'],
  ['leftHip', 'rightHip'],
  ['leftKnee', 'rightKnee'],
  ['leftAnkle', 'rightAnkle'],
];

export function middle(a: BodyPoint, b: BodyPoint): { x: number; y: number } {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

/** Shoulders and hips in the order of somebody who is seen from behind. */
export function isSeenFromBehind(points: BodyPoints): boolean {
  return points.leftShoulder.x < points.rightShoulder.x && points.leftHip.x < points.rightHip.x;
}

/**
 * Several looks at one body as one: places averaged by the square of their scores, and of the scores
 * the lowest, since what only one look saw was not seen. The model now and then exchanges left and
 * right; averaged as they are, both shoulders would meet in the middle, so each pair is put in the
 * order of the first look.
 */
export function mergeLooks(first: BodyPoints, ...others: BodyPoints[]): BodyPoints {
  const looks = [first, ...others.map((look) => inOrderOf(first, look))];
  const merged = { ...first };
  for (const joint of bodyJoints) {
    let weight = 0;
    let x = 0;
    let y = 0;
    let score = 1;
    for (const look of looks) {
      const point = look[joint];
      const counts = point.score ** 2 + 1e-6;
      weight += counts;
      x += point.x * counts;
      y += point.y * counts;
      score = Math.min(score, point.score);
    }
    merged[joint] = { x: x / weight, y: y / weight, score };
  }
  return merged;
}

function inOrderOf(reference: BodyPoints, look: BodyPoints): BodyPoints {
  const turned = { ...look };
  for (const [left, right] of pairs) {
    const wanted = Math.sign(reference[left].x - reference[right].x);
    if (wanted * (look[left].x - look[right].x) < 0) {
      turned[left] = look[right];
      turned[right] = look[left];
    }
  }
  return turned;
}

/** A point is worth looking closer at from here on. */
const SEEN = 0.25;

/** The box round all points that were seen; null where there are too few to speak of a body. */
export function regionOf(points: readonly BodyPoint[]): Region | null {
  const seen = points.filter(({ score }) => score > SEEN);
  if (seen.length < 4) return null;
  const left = Math.min(...seen.map(({ x }) => x));
  const top = Math.min(...seen.map(({ y }) => y));
  return {
    left,
    top,
    width: Math.max(...seen.map(({ x }) => x)) - left,
    height: Math.max(...seen.map(({ y }) => y)) - top,
  };
}

/** A square about the middle of `region`, `factor` times its longer side. */
export function squareAround(region: Region, factor: number): Region {
  const side = Math.max(1, Math.max(region.width, region.height) * factor);
  return {
    left: region.left + (region.width - side) / 2,
    top: region.top + (region.height - side) / 2,
    width: side,
    height: side,
  };
}

/**
 * The parts of the picture to the left and to the right of a body in which somebody else could
 * stand. Points lie inside of the body, so half a shoulder more on either side belongs to it.
 */
export function besides(picture: Size, points: BodyPoints): Region[] {
  const body = regionOf(Object.values(points));
  if (!body) return [];
  const { leftShoulder, rightShoulder } = points;
  const spare = 0.35 * Math.abs(leftShoulder.x - rightShoulder.x);
  const leftEnd = body.left - spare;
  const rightStart = body.left + body.width + spare;
  return [
    { left: 0, top: 0, width: leftEnd, height: picture.height },
    { left: rightStart, top: 0, width: picture.width - rightStart, height: picture.height },
  ].filter(({ width }) => width > MIN_ROOM_FOR_A_PERSON * picture.width);
}

const MIN_ROOM_FOR_A_PERSON = 0.15;

/**
 * Whether these points are a person's. The model always answers seventeen, also for a teapot, and a
 * blouse on a hanger has shoulders and hips. So a torso of human proportions is asked for, and
 * either a face or legs down to the ankles.
 */
export function isPerson(points: BodyPoints): boolean {
  const { leftShoulder, rightShoulder, leftHip, rightHip, leftAnkle, rightAnkle, nose } = points;
  const torso = [leftShoulder, rightShoulder, leftHip, rightHip];
  const mean = torso.reduce((sum, { score }) => sum + score, 0) / torso.length;
  if (mean < 0.4 || Math.min(leftShoulder.score, rightShoulder.score) < 0.3) return false;
  const legs = Math.min(leftAnkle.score, rightAnkle.score) >= 0.5;
  if (nose.score < 0.28 && !legs) return false;
  const { shoulders, torsoLength } = measureTorso(points);
  return torsoLength > 0 && shoulders / torsoLength < 1.8;
}

/** The distance between the shoulders, and from between them to between the hips; in pixels. */
export function measureTorso(points: BodyPoints): { shoulders: number; torsoLength: number } {
  const { leftShoulder, rightShoulder, leftHip, rightHip } = points;
  const chest = middle(leftShoulder, rightShoulder);
  const hips = middle(leftHip, rightHip);
  return {
    shoulders: Math.hypot(leftShoulder.x - rightShoulder.x, leftShoulder.y - rightShoulder.y),
    torsoLength: Math.hypot(chest.x - hips.x, chest.y - hips.y),
  };
}
