import { type BodyPoint, type BodyPoints, bodyJoints } from '../body-points.ts';

export function seen(x: number, y: number, score = 0.8): BodyPoint {
  return { x, y, score };
}

/** Somebody who faces the camera, whole, in a picture of 600 × 800. */
export function standing(score = 0.8): BodyPoints {
  const places = {
    nose: [300, 140],
    leftEye: [308, 130],
    rightEye: [292, 130],
    leftEar: [318, 136],
    rightEar: [282, 136],
    leftShoulder: [365, 220],
    rightShoulder: [235, 220],
    leftElbow: [375, 310],
    rightElbow: [225, 310],
    leftWrist: [380, 390],
    rightWrist: [220, 390],
    leftHip: [338, 390],
    rightHip: [262, 390],
    leftKnee: [336, 560],
    rightKnee: [264, 560],
    leftAnkle: [336, 720],
    rightAnkle: [264, 720],
  } as const satisfies Record<keyof BodyPoints, readonly [number, number]>;
  const points = bodyJoints.map((joint) => {
    const [x, y] = places[joint];
    return [joint, seen(x, y, score)];
  });
  return Object.fromEntries(points) as BodyPoints;
}
