import 'server-only';
import type { UploadUse } from '#lib/domain/kept-side.ts';
import { AppError, type AppErrorCode } from '#lib/server/http/app-error.ts';
import type { CleanPicture } from '#lib/server/images/decode-picture.ts';
import { readUpload } from '#lib/server/images/decode-upload.ts';
import { DecoderUnavailable } from '#lib/server/images/decoder/decoder-unavailable.ts';
import { uploadProblemText } from '#lib/words/upload-problems.ts';

/** An uploaded picture, decoded and written anew. @throws AppError with the sentence for the person. */
export async function cleanUpload(bytes: Uint8Array, use: UploadUse): Promise<CleanPicture> {
  const read = await readUpload(bytes, use).catch(toAppError);
  if (read.ok) return read.image;
  const code: AppErrorCode =
    read.code === 'too_large'
      ? 'too_large'
      : read.code.startsWith('unsupported') || read.code === 'not_an_image'
        ? 'unsupported_type'
        : 'picture_refused';
  throw new AppError(code, uploadProblemText(read.code));
}

function toAppError(error: unknown): never {
  if (error instanceof DecoderUnavailable) throw new AppError('unavailable');
  throw error;
}
