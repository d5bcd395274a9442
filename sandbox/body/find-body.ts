import type { RgbaImage } from '../dressing/image.ts';
import { isPerson, type Keypoint, merge, unflip } from './keypoints.ts';
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

/**
 * One pass over the whole picture, then two closer ones of slightly different framing, averaged:
 * at 192 pixels a side a single pass is several pixels off.
 */
export function locate(image: RgbaImage, pose: Pose): Body | null {
  const first = pose(image, { x: 0, y: 0, width: image.width, height: image.height });
  const whole = unflip(first, first);
  const passes = [whole];
  for (const factor of [1.3, 1.43]) {
    const crop = around(whole, factor);
    if (crop) passes.push(unflip(pose(image, crop), whole));
  }
  const close = passes.length > 1 ? passes.slice(1) : passes;
  const keypoints = merge(close);
  return isPerson(keypoints) && isPerson(merge(passes)) ? { keypoints } : null;
}

/** Loads the model once (about 0.3 s); the finder itself takes 30–60 ms a pass and blocks. */
export async function createBodyFinder(): Promise<FindBody> {
  const pose = await loadMoveNet();
  return (image) => locate(image, pose);
}
