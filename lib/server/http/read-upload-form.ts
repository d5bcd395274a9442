import 'server-only';
import { MAX_UPLOAD_BYTES } from '#lib/domain/upload-problem.ts';
import { refusals } from '#lib/words/problems.ts';
import { uploadProblemText } from '#lib/words/upload-problems.ts';
import { AppError } from './app-error.ts';
import {
  type BodyLimits,
  type BodyProblem,
  BodyUnread,
  createRoom,
  readBody,
} from './read-body.ts';

/** Room for the form's other fields and its boundaries. */
const FORM_OVERHEAD = 64 * 1024;
const MAX_BODY_BYTES = MAX_UPLOAD_BYTES + FORM_OVERHEAD;
/** Our forms have two. A form of ten thousand costs the parser more than the picture. */
const MAX_PARTS = 16;
/** Of a part's header lines; a file name has 255 letters at most where files are. */
const MAX_HEAD_BYTES = 4_096;

/** At 1.5 megabits a second the largest upload takes 110 s. */
export const UPLOAD_LIMITS: BodyLimits = {
  maxBytes: MAX_BODY_BYTES,
  silenceMs: 20_000,
  totalMs: 180_000,
  // A dozen of the largest at once, or hundreds of the usual ones; three of them from one address.
  room: createRoom(12 * MAX_BODY_BYTES, 1 / 4),
};

export interface UploadForm {
  bytes: Uint8Array;
  field(name: string): string;
}

/**
 * Reads `multipart/form-data` with one file under `file`. Stops reading as soon as there is more than
 * an upload may have, whatever the length header said. The file's own name is not looked at.
 *
 * @param from the address that it comes from.
 * @throws AppError too_large, invalid_input, unavailable
 */
export async function readUploadForm(
  request: Request,
  from: string,
  limits: BodyLimits = UPLOAD_LIMITS,
): Promise<UploadForm> {
  if (Number(request.headers.get('content-length') ?? 0) > limits.maxBytes)
    throw refused.too_large();
  const contentType = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\s*(;|$)/iu.test(contentType) || !request.body) {
    throw new AppError('invalid_input', refusals.noUpload);
  }
  const boundary = boundaryOf(contentType);
  if (!boundary) throw refused.broken();
  try {
    return await readBody(request.body, from, limits, async (body) =>
      toUpload(await parseForm(body, boundary)),
    );
  } catch (error) {
    throw error instanceof BodyUnread ? refused[error.problem]() : error;
  }
}

async function toUpload(form: FormData): Promise<UploadForm> {
  const [file, ...others] = form.getAll('file');
  if (others.length > 0) throw new AppError('invalid_input', refusals.onePictureOnly);
  if (!(file instanceof Blob)) throw new AppError('invalid_input', refusals.noPictureInUpload);
  if (file.size > MAX_UPLOAD_BYTES) throw refused.too_large();
  return {
    bytes: new Uint8Array(await file.arrayBuffer()),
    field: (name) => {
      const value = form.get(name);
      // Postgres refuses NUL in a text.
      return typeof value === 'string' ? value.replaceAll('\0', '') : '';
    },
  };
}

const refused: Record<BodyProblem, () => AppError> = {
  too_large: () => new AppError('too_large', uploadProblemText('too_large')),
  too_slow: () => new AppError('invalid_input', refusals.uploadSlow),
  no_room: () => new AppError('unavailable'),
  broken: () => new AppError('invalid_input', refusals.uploadBroken),
};

/** RFC 2046, section 5.1.1. Null when there is none, or it could be read in two ways. */
function boundaryOf(contentType: string): string | null {
  const all = [...contentType.matchAll(/;\s*boundary=(?:"([^"]*)"|([^\s;"]*))\s*(?=;|$)/giu)];
  const boundary = all.length === 1 ? (all[0]?.[1] ?? all[0]?.[2] ?? '') : '';
  return /^[\w'()+,./:=?-]{1,70}$/u.test(boundary) ? boundary : null;
}

async function parseForm(body: Buffer<ArrayBuffer>, boundary: string): Promise<FormData> {
  if (!isModest(body, `--${boundary}`)) throw refused.broken();
  // The parser is told the boundary that the parts were counted by.
  const headers = { 'content-type': `multipart/form-data; boundary="${boundary}"` };
  try {
    return await new Response(body, { headers }).formData();
  } catch {
    throw refused.broken();
  }
}

/**
 * Whether the parser may see it. A head of 20 MB, all header lines or all file name, kept the parser, and
 * with it everybody, waiting for four seconds.
 */
function isModest(body: Buffer, delimiter: string): boolean {
  let parts = 0;
  for (let at = body.indexOf(delimiter); at >= 0; at = body.indexOf(delimiter, at + 1)) {
    const head = body.subarray(at + delimiter.length, at + delimiter.length + MAX_HEAD_BYTES);
    const isEnd = head[0] === 0x2d && head[1] === 0x2d;
    parts += 1;
    if (parts > MAX_PARTS || !(isEnd || head.includes('\r\n\r\n'))) return false;
  }
  return parts > 0;
}
