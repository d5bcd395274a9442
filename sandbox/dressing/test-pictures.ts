import { drawCapsule, drawPolygon, type Keypoint } from './frame.ts';
import { createMask, type Mask, type RgbaImage } from './image.ts';
import { dilate, erode } from './mask-ops.ts';

export type Rgb = readonly [number, number, number];

/** Numbers from -1 to 1, the same ones every time. */
function noise(): () => number {
  let state = 12345;
  return () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state / 2 ** 31 - 1;
  };
}

/** A studio wall with a little grain; `light` is its brightness at a pixel, 1 for `colour` itself. */
export function wall(
  width: number,
  height: number,
  colour: Rgb,
  light: (x: number, y: number) => number = () => 1,
): RgbaImage {
  const data = new Uint8ClampedArray(width * height * 4);
  const grain = noise();
  for (let i = 0; i < width * height; i++) {
    const f = light(i % width, Math.floor(i / width));
    const g = grain();
    for (let k = 0; k < 3; k++) data[i * 4 + k] = colour[k]! * f + g;
    data[i * 4 + 3] = 255;
  }
  return { width, height, data };
}

/** Paints what is inside, with a little grain. */
export function paint(image: RgbaImage, mask: Mask, colour: Rgb): void {
  const grain = noise();
  for (let i = 0; i < mask.data.length; i++) {
    if (mask.data[i] === 0) continue;
    const g = grain();
    for (let k = 0; k < 3; k++) image.data[i * 4 + k] = colour[k]! + g;
  }
}

export function rectangle(
  mask: Mask,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  value = 1,
): Mask {
  for (let y = y0; y < y1; y++) {
    mask.data.fill(value, y * mask.width + x0, y * mask.width + x1);
  }
  return mask;
}

/** The part of all that is inside either of two masks that is inside both. */
export function likeness(a: Mask, b: Mask): number {
  let both = 0;
  let either = 0;
  for (let i = 0; i < a.data.length; i++) {
    if (a.data[i] !== 0 && b.data[i] !== 0) both++;
    if (a.data[i] !== 0 || b.data[i] !== 0) either++;
  }
  return both / Math.max(1, either);
}

/** How many pixels are on the wrong side of an outline by more than `by` pixels. */
export function astray(found: Mask, truth: Mask, by: number): number {
  const most = dilate(truth, by);
  const least = erode(truth, by);
  let count = 0;
  for (let i = 0; i < found.data.length; i++) {
    if (found.data[i] === 0 ? least.data[i] !== 0 : most.data[i] === 0) count++;
  }
  return count;
}

export const SKIN: Rgb = [205, 150, 125];

export interface Drawn {
  image: RgbaImage;
  keypoints: Keypoint[];
  body: Mask;
  /** Head, neck and arms. */
  bare: Mask;
}

/** A person of 384×512, standing with the arms held away from the sides. */
export function standing(image: RgbaImage, top: Rgb, trousers: Rgb): Drawn {
  const { width, height } = image;
  const cloth = createMask(width, height);
  const legs = createMask(width, height);
  const bare = createMask(width, height);
  drawPolygon(cloth, [
    { x: 150, y: 130 },
    { x: 234, y: 130 },
    { x: 226, y: 275 },
    { x: 158, y: 275 },
  ]);
  for (const side of [-1, 1]) {
    const shoulder = { x: 192 + side * 40, y: 142 };
    const elbow = { x: 192 + side * 72, y: 205 };
    const wrist = { x: 192 + side * 88, y: 265 };
    drawCapsule(bare, shoulder, elbow, 13, 10);
    drawCapsule(bare, elbow, wrist, 10, 8);
    const hip = { x: 192 + side * 16, y: 280 };
    drawCapsule(legs, hip, { x: 192 + side * 26, y: 470 }, 20, 13);
  }
  drawCapsule(bare, { x: 192, y: 66 }, { x: 192, y: 88 }, 24);
  drawCapsule(bare, { x: 192, y: 100 }, { x: 192, y: 132 }, 13);
  paint(image, legs, trousers);
  paint(image, bare, SKIN);
  paint(image, cloth, top);
  const body = createMask(width, height);
  for (let i = 0; i < body.data.length; i++) {
    body.data[i] = cloth.data[i] || legs.data[i] || bare.data[i] ? 1 : 0;
    if (cloth.data[i] !== 0) bare.data[i] = 0;
  }
  const pairs: [number, number][] = [
    [8, 72],
    [18, 76],
    [40, 142],
    [72, 205],
    [88, 265],
    [22, 272],
    [24, 375],
    [26, 470],
  ];
  const keypoints: Keypoint[] = [{ x: 192, y: 80, score: 0.8 }];
  for (const [dx, y] of pairs) {
    keypoints.push({ x: 192 + dx, y, score: 0.8 }, { x: 192 - dx, y, score: 0.8 });
  }
  return { image, keypoints, body, bare };
}
