import { type BodyPoints, bodyJoints } from '#lib/domain/body-points.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { type BodyFinding, judgePhoto, type PhotoVerdict } from '#lib/domain/photo-check.ts';
import type { Size } from '#lib/domain/picture-fit.ts';
import { readPictureHeader } from '#lib/domain/picture-header.ts';
import { headerProblem, shapeProblem, type UploadProblemCode } from '#lib/domain/upload-problem.ts';
import type { BodyFinder } from './ask-worker.ts';
import { measureLight } from './light.ts';
import type { Box } from './pixels.ts';
import { type ReadPhoto, readPhoto } from './read-photo.ts';
import { measureBlur } from './sharpness.ts';

/** How long anybody waits to hear about a photo; then the rest of the check is told. */
export const PATIENCE_MS = 4_000;

export type PhotoReport =
  | {
      kind: 'looked_at';
      verdict: PhotoVerdict;
      /** Where the body is, for the drawing over the photo. */
      body: Extract<BodyFinding, { kind: 'body' }> | null;
    }
  /** Whatever anybody says to it, the server will not take it. */
  | { kind: 'refused'; code: UploadProblemCode }
  /** This browser cannot look at the file; the server may. */
  | { kind: 'unreadable' };

/** Enough to tell every format by; where a picture names its size may lie far beyond. */
const FIRST_BYTES = 8_192;

/**
 * Everything that can be told about a photo before it leaves the device. Told when it is known or
 * the patience is over, without the person then; and once more should the person be found later.
 * Never rejects.
 */
export async function checkPhoto(
  file: Blob,
  category: GarmentCategory,
  finder: BodyFinder,
  tell: (report: PhotoReport) => void,
  read: typeof readPhoto = readPhoto,
): Promise<void> {
  const started = performance.now();
  const opened = await read(file);
  if (opened === null) return tell({ kind: 'unreadable' });
  if (opened === 'undecodable') return tell(await reportOnBytes(file));
  const problem = shapeProblem(opened.photo);
  if (problem) return tell({ kind: 'refused', code: problem });
  const found = finder.find(opened.pixels);
  const first = await withPatience(found, PATIENCE_MS - (performance.now() - started));
  tell(reportOn(opened, category, first ?? { kind: 'not_looked', why: 'too_slow' }));
  if (!first) tell(reportOn(opened, category, await found));
}

/** Null when it is not there in time. */
async function withPatience<Value>(value: Promise<Value>, ms: number): Promise<Value | null> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), Math.max(0, ms));
  });
  try {
    return await Promise.race([value, over]);
  } finally {
    clearTimeout(timer);
  }
}

/** What this browser cannot open goes as it is, so it is refused by what it is. */
async function reportOnBytes(file: Blob): Promise<PhotoReport> {
  const bytes = await file
    .slice(0, FIRST_BYTES)
    .arrayBuffer()
    .catch(() => null);
  const header = bytes && readPictureHeader(new Uint8Array(bytes));
  // Of one that is damaged only the beginning is known here.
  return header?.kind === 'foreign' || header?.kind === 'unknown'
    ? { kind: 'refused', code: headerProblem(header) }
    : { kind: 'unreadable' };
}

function reportOn(
  { photo, pixels }: ReadPhoto,
  category: GarmentCategory,
  body: BodyFinding,
): PhotoReport {
  const person = body.kind === 'body' ? personBox(body.points) : middleBox(pixels);
  const measured = {
    photo,
    light: measureLight(pixels, person),
    blur: measureBlur(pixels, person),
    body,
  };
  return {
    kind: 'looked_at',
    verdict: judgePhoto(measured, category),
    body: body.kind === 'body' ? body : null,
  };
}

/** From the eyes to the hips, as wide as the shoulders: what is looked at in a try-on. */
export function personBox(points: BodyPoints): Box {
  const joints = bodyJoints.filter((joint) => /Eye|Shoulder|Hip/.test(joint));
  const xs = joints.map((joint) => points[joint].x);
  const ys = joints.map((joint) => points[joint].y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { left, top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

function middleBox({ width, height }: Size): Box {
  return { left: width * 0.2, top: height * 0.15, width: width * 0.6, height: height * 0.7 };
}
