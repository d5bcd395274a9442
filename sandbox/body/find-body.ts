import type { RgbaImage } from '../dressing/image.ts';
import { agrees, isPerson, type Keypoint, merge, unflip } from './keypoints.ts';
import { type Crop, loadMoveNet, type Pose } from './movenet.ts';

export interface Body {
  /** Seventeen points in COCO order (`JOINTS`), in pixels of the picture. */
  keypoints: Keypoint[];
}

export type FindBody = (image: RgbaImage) => Body | null;

/** The box round all points that were seen, grown by `factor` about its middle. */
function around(points: Keypoint[], factor: number): Crop | null {
  const seen = points.filter((p) => p.score > 0.25);
  if (seen.length < 4) return null;
  const x0 = Math.min(...seen.map((p) => p.x));
  const x1 = Math.max(...seen.map((p) => p.x));
  const y0 = Math.min(...seen.map((p) => p.y));
  const y1 = Math.max(...seen.map((p) => p.y));
  const side = Math.max(x1 - x0, y1 - y0) * factor;
  return { x: (x0 + x1 - side) / 2, y: (y0 + y1 - side) / 2, width: side, height: side };
}

/** How much larger than the person the closer passes are; the later ones stand in for a bad one. */
const FRAMINGS = [1.3, 1.43, 1.36, 1.5];
const CLOSE_PASSES = 2;

/**
 * One pass over the whole picture, then two closer ones of slightly different framing, averaged:
 * at 192 pixels a side a single pass is several pixels off. A closer pass that puts a joint
 * somewhere else altogether is left out for another framing, as long as one that agrees is found.
 */
export function locate(image: RgbaImage, pose: Pose): Body | null {
  const first = pose(image, { x: 0, y: 0, width: image.width, height: image.height });
  const whole = unflip(first, first);
  const agreeing: Keypoint[][] = [];
  const straying: Keypoint[][] = [];
  for (const factor of FRAMINGS) {
    const crop = around(whole, factor);
    if (!crop || agreeing.length === CLOSE_PASSES) break;
    const points = unflip(pose(image, crop), whole);
    (agrees(points, whole) ? agreeing : straying).push(points);
  }
  // Where none agrees it is the whole picture's pass that is in doubt.
  const close = agreeing.length > 0 ? agreeing : straying.slice(0, CLOSE_PASSES);
  const keypoints = merge(close.length > 0 ? close : [whole]);
  return isPerson(keypoints) && isPerson(merge([whole, ...close])) ? { keypoints } : null;
}

/** Loads the model once (about 0.3 s); the finder itself takes 30–60 ms a pass and blocks. */
export async function createBodyFinder(): Promise<FindBody> {
  const pose = await loadMoveNet();
  return (image) => locate(image, pose);
}
