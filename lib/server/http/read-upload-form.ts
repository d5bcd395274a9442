import 'server-only';
import { MAX_UPLOAD_BYTES } from '#lib/domain/upload-problem.ts';
import { refusals } from '#lib/words/problems.ts';
import { uploadProblemText } from '#lib/words/upload-problems.ts';
import { AppError } from './app-error.ts';

/** Room for the form's other fields and its boundaries. */
const FORM_OVERHEAD = 64 * 1024;

export interface UploadForm {
  bytes: Uint8Array;
  field(name: string): string;
}

/**
 * Reads `multipart/form-data` with one file under `file`. Stops reading as soon as there is more than
 * an upload may have, whatever the length header said. The file's own name is not looked at.
 *
 * @throws AppError too_large, invalid_input
 */
export async function readUploadForm(request: Request): Promise<UploadForm> {
  const limit = MAX_UPLOAD_BYTES + FORM_OVERHEAD;
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge();
  const contentType = request.headers.get('content-type') ?? '';
  if (!contentType.startsWith('multipart/form-data') || !request.body) {
    throw new AppError('invalid_input', refusals.noUpload);
  }
  const body = request.body.pipeThrough(atMost(limit));
  let form: FormData;
  try {
    form = await new Response(body, { headers: { 'content-type': contentType } }).formData();
  } catch (error) {
    throw findAppError(error) ?? new AppError('invalid_input', refusals.uploadBroken);
  }
  const file = form.get('file');
  if (!(file instanceof Blob)) throw new AppError('invalid_input', refusals.noPictureInUpload);
  if (file.size > MAX_UPLOAD_BYTES) throw tooLarge();
  return {
    bytes: new Uint8Array(await file.arrayBuffer()),
    field: (name) => {
      const value = form.get(name);
      // Postgres refuses NUL in a text.
      return typeof value === 'string' ? value.replaceAll('\0', '') : '';
    },
  };
}

const tooLarge = () => new AppError('too_large', uploadProblemText('too_large'));

function atMost(limit: number): TransformStream<Uint8Array, Uint8Array> {
  let seen = 0;
  return new TransformStream({
    transform(chunk, controller) {
      seen += chunk.byteLength;
      if (seen > limit) controller.error(tooLarge());
      else controller.enqueue(chunk);
    },
  });
}

/** The form parser wraps what broke the stream. */
function findAppError(error: unknown): AppError | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if (cause instanceof AppError) return cause;
  }
  return null;
}
