import 'server-only';
import { blurEffect } from '#lib/domain/blur-effect.ts';
import type { BodyPoints } from '#lib/domain/body-points.ts';
import type { Edge, Pixels } from '#lib/domain/picture-ground.ts';
import type {
  GarmentMeasures,
  PictureMeasures,
  WearerMeasures,
} from '#lib/domain/picture-readiness.ts';
import { log } from '#lib/server/log.ts';
import type { CleanPicture } from '../decode-picture.ts';
import { sharp } from '../guarded-sharp.ts';
import { cutOut } from './cut-out.ts';
import { findWearer } from './find-wearer.ts';
import { fitGround, type Ground } from './ground.ts';
import { toLab } from './lab.ts';
import { close, flood, type Mask, type Piece, piecesOf } from './mask.ts';
import { measureShape } from './shape.ts';

/** Longer side of the picture in which outlines are looked for, in pixels, and of that for sharpness. */
const OUTLINE_SIDE = 384;
const SHARPNESS_SIDE = 1024;
/** Less than this share of the frame is no garment. */
const LEAST_COVER = 0.005;
/** As a share of the largest: another garment, and not its belt. */
const ANOTHER_GARMENT = 0.15;
/** Gaps narrower than twice this share of the longer side are stripes of the ground's colour. */
const STRIPE = 0.012;
const SECONDS = 5;

/** What was seen of a garment's picture: figures to judge it by, and the ground to lay it on. */
export interface GarmentLookedAt {
  measures: PictureMeasures;
  ground: Ground;
}

/**
 * Looks at a picture that was cleaned: about 0.2 s, whatever its size, and not more than 0.1 s of it at
 * a stretch in which nothing else runs.
 */
export async function measureGarment(picture: Pick<CleanPicture, 'bytes' | 'width' | 'height'>) {
  const pixels = await readPixels(picture.bytes, OUTLINE_SIDE);
  const lab = toLab(pixels);
  const ground = fitGround(lab);
  const { figure, contrast } = cutOut(lab, ground);
  const garment = measureOutline(figure, contrast);
  const measures: PictureMeasures = {
    size: { width: picture.width, height: picture.height },
    blur: await measureBlur(picture.bytes, garment?.box ?? WHOLE),
    brightest: percentile(lab.L, 0.95),
    ground: { lightness: ground.lightness, grain: ground.grain, unlike: ground.unlike },
    garment,
    wearer: await lookForWearer(pixels, figure),
  };
  return { measures, ground } satisfies GarmentLookedAt;
}

const WHOLE = { left: 0, top: 0, width: 1, height: 1 };

async function readPixels(bytes: Uint8Array, side: number): Promise<Pixels> {
  const { data, info } = await sharp(bytes)
    .timeout({ seconds: SECONDS })
    .toColourspace('srgb')
    .removeAlpha()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function measureOutline(figure: Mask, contrast: number): GarmentMeasures | null {
  const { width, height } = figure;
  const bridged = close(figure, Math.ceil(Math.max(width, height) * STRIPE));
  const [largest, ...others] = piecesOf(bridged);
  if (!largest || largest.size < LEAST_COVER * width * height) return null;
  const garment = intersection(figure, flood(bridged, [largest.seed]));
  return {
    box: {
      left: largest.left / width,
      top: largest.top / height,
      width: (largest.right - largest.left + 1) / width,
      height: (largest.bottom - largest.top + 1) / height,
    },
    contrast,
    cover: garment.data.reduce((sum, value) => sum + value, 0) / (width * height),
    cut: measureCut(garment, largest),
    pieces: 1 + others.filter(({ size }) => size > ANOTHER_GARMENT * largest.size).length,
    shape: measureShape(garment, largest),
  };
}

function intersection(one: Mask, other: Mask): Mask {
  return { ...one, data: one.data.map((value, i) => value & (other.data[i] ?? 0)) };
}

/** The two outermost lines have no edges of their own, so the third tells what reaches the frame. */
const FRAME = 2;

function measureCut({ width, height, data }: Mask, box: Piece): Record<Edge, number> {
  const along = (length: number, at: (k: number) => number, side: number) => {
    let touching = 0;
    for (let k = 0; k < length; k++) touching += data[at(k)] ?? 0;
    return touching / side;
  };
  const breadth = box.right - box.left + 1;
  const tall = box.bottom - box.top + 1;
  return {
    left: along(height, (y) => y * width + FRAME, tall),
    right: along(height, (y) => y * width + width - 1 - FRAME, tall),
    top: along(width, (x) => FRAME * width + x, breadth),
    bottom: along(width, (x) => (height - 1 - FRAME) * width + x, breadth),
  };
}

/** Of the garment alone: a smooth ground would dilute it. */
async function measureBlur(bytes: Uint8Array, box: GarmentMeasures['box']): Promise<number> {
  const { data, width, height } = await readPixels(bytes, SHARPNESS_SIDE);
  const left = Math.floor(box.left * width);
  const top = Math.floor(box.top * height);
  const size = {
    width: Math.min(width - left, Math.ceil(box.width * width)),
    height: Math.min(height - top, Math.ceil(box.height * height)),
  };
  const luma = new Float32Array(size.width * size.height);
  for (let y = 0, to = 0; y < size.height; y++) {
    let from = 3 * ((top + y) * width + left);
    for (let x = 0; x < size.width; x++, from += 3) {
      luma[to++] =
        0.2126 * (data[from] ?? 0) +
        0.7152 * (data[from + 1] ?? 0) +
        0.0722 * (data[from + 2] ?? 0);
    }
  }
  return blurEffect({ data: luma, ...size });
}

/** Null where the model does not run: the picture is judged without it then. */
async function lookForWearer(pixels: Pixels, figure: Mask): Promise<WearerMeasures | null> {
  try {
    return measureWearer(await findWearer(pixels), figure);
  } catch (error) {
    const name = error instanceof Error ? error.name : 'unknown';
    log.warn({ error: name }, 'nobody looked whether a garment is worn');
    return null;
  }
}

function measureWearer(points: BodyPoints, figure: Mask): WearerMeasures {
  const mean = (...joints: (keyof BodyPoints)[]) =>
    joints.reduce((sum, joint) => sum + points[joint].score, 0) / joints.length;
  const shoulders = (points.leftShoulder.y + points.rightShoulder.y) / 2;
  const throat = breadthAt(figure, (points.nose.y + shoulders) / 2);
  const across = breadthAt(figure, shoulders);
  return {
    head: mean('nose', 'leftEye', 'rightEye', 'leftEar', 'rightEar'),
    arms: mean('leftElbow', 'rightElbow', 'leftWrist', 'rightWrist'),
    legs: mean('leftKnee', 'rightKnee', 'leftAnkle', 'rightAnkle'),
    throat: throat > 0 && across > 0 ? throat / across : null,
  };
}

function breadthAt({ width, height, data }: Mask, y: number): number {
  const row = Math.round(y);
  if (row < 0 || row >= height) return 0;
  const line = data.subarray(row * width, (row + 1) * width);
  const from = line.indexOf(1);
  return from < 0 ? 0 : line.lastIndexOf(1) - from + 1;
}

function percentile(values: Float32Array, share: number): number {
  // Every seventh is as good as all of them, and sorted in a tenth of the time.
  const sorted = values.filter((_, index) => index % 7 === 0).sort();
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}
