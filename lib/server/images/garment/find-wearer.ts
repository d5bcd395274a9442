import 'server-only';
import {
  type BodyPoints,
  bodyJoints,
  mergeLooks,
  type Region,
  regionOf,
  squareAround,
} from '#lib/domain/body-points.ts';
import type { Pixels } from '#lib/domain/picture-ground.ts';
import { sharp } from '../guarded-sharp.ts';
import { bodyModel, type FindPoints, MODEL_SIDE } from './body-model.ts';

/** Looks like nothing in particular to the model. */
const OUTSIDE = { r: 128, g: 128, b: 128 };

/** Somebody's joints in the picture, in its pixels, seen at once and closer; the model always answers. */
export async function findWearer(pixels: Pixels): Promise<BodyPoints> {
  const findPoints = await bodyModel();
  const whole = { left: 0, top: 0, width: pixels.width, height: pixels.height };
  const first = await look(pixels, squareAround(whole, 1), findPoints);
  const region = regionOf(Object.values(first));
  if (!region) return first;
  return mergeLooks(first, await look(pixels, squareAround(region, 1.3), findPoints));
}

async function look(pixels: Pixels, square: Region, findPoints: FindPoints): Promise<BodyPoints> {
  const side = Math.round(square.width);
  const [left, top] = [Math.round(square.left), Math.round(square.top)];
  const from = { left: Math.max(0, left), top: Math.max(0, top) };
  const shown = {
    ...from,
    width: Math.max(1, Math.min(pixels.width, left + side) - from.left),
    height: Math.max(1, Math.min(pixels.height, top + side) - from.top),
  };
  const { width, height } = pixels;
  const part = await sharp(pixels.data, { raw: { width, height, channels: 3 } })
    .extract(shown)
    .extend({
      left: from.left - left,
      top: from.top - top,
      right: Math.max(0, left + side - from.left - shown.width),
      bottom: Math.max(0, top + side - from.top - shown.height),
      background: OUTSIDE,
    })
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width: w, height: h } = part.info;
  const input = await sharp(part.data, { raw: { width: w, height: h, channels: 3 } })
    .resize(MODEL_SIDE, MODEL_SIDE, { fit: 'fill' })
    .raw()
    .toBuffer();
  const points = findPoints(input);
  return Object.fromEntries(
    bodyJoints.map((joint) => {
      const { x, y, score } = points[joint];
      return [joint, { x: left + x * side, y: top + y * side, score }];
    }),
  ) as BodyPoints;
}
