import { drawPolygon, type Keypoint, readFrame } from './frame.ts';
import { createMask, type Mask } from './image.ts';

/** A drawn figure for tests: 200 × 300 pixels, shoulders at 60, hips at 140, ankles at 270. */
export const WIDTH = 200;
export const HEIGHT = 300;

const joints: [number, number][] = [
  [100, 30],
  [106, 25],
  [94, 25],
  [112, 28],
  [88, 28],
  [130, 60],
  [70, 60],
  [142, 100],
  [58, 100],
  [150, 140],
  [50, 140],
  [118, 140],
  [82, 140],
  [116, 205],
  [84, 205],
  [115, 270],
  [85, 270],
];

/** In COCO order: face, shoulders, elbows, wrists, hips, knees, ankles; the figure's left first. */
const keypoints: Keypoint[] = joints.map(([x, y]) => ({ x, y, score: 0.9 }));

export const frame = readFrame(keypoints, WIDTH, HEIGHT);

export function drawn(...outlines: [number, number][][]): Mask {
  const mask = createMask(WIDTH, HEIGHT);
  for (const points of outlines) {
    drawPolygon(
      mask,
      points.map(([x, y]) => ({ x, y })),
    );
  }
  return mask;
}

/** Head, trunk, arms a little away, legs. */
export const person = drawn(
  [
    [88, 10],
    [112, 10],
    [112, 50],
    [88, 50],
  ],
  [
    [92, 45],
    [108, 45],
    [134, 56],
    [128, 142],
    [72, 142],
    [66, 56],
  ],
  [
    [120, 55],
    [136, 58],
    [158, 145],
    [146, 147],
  ],
  [
    [80, 55],
    [64, 58],
    [42, 145],
    [54, 147],
  ],
  [
    [101, 138],
    [128, 138],
    [122, 280],
    [106, 280],
  ],
  [
    [99, 138],
    [72, 138],
    [78, 280],
    [94, 280],
  ],
);
