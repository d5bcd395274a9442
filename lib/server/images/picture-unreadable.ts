import 'server-only';

import type { UploadProblemCode } from '#lib/domain/upload-problem.ts';

/** A picture of our own, which was read once, cannot be read again: the store or a writer is at fault. */
export class PictureUnreadable extends Error {
  readonly code: UploadProblemCode;

  constructor(code: UploadProblemCode) {
    super(`A stored picture cannot be read: ${code}`);
    this.name = 'PictureUnreadable';
    this.code = code;
  }
}
