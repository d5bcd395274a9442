import 'server-only';
import type { TryOnErrorClass } from '#lib/domain/try-on-error.ts';

/** The provider, or the way to it, refused a call. */
export class SegmindError extends Error {
  override readonly name = 'SegmindError';
  /** The HTTP status, or null when there was no answer or no call. */
  readonly status: number | null;
  /** The provider's words, without the key and without signatures of links. */
  readonly detail: string;
  readonly errorClass: TryOnErrorClass;

  constructor(what: { status: number | null; detail: string; errorClass: TryOnErrorClass }) {
    super(`${what.status === null ? 'Segmind' : `Segmind ${what.status}`}: ${what.detail}`);
    this.status = what.status;
    this.detail = what.detail;
    this.errorClass = what.errorClass;
  }
}

/** The job was accepted and FAILED, content blocks included. */
export class InferenceFailed extends Error {
  override readonly name = 'InferenceFailed';
  readonly detail: string;
  readonly statusBody: Readonly<Record<string, unknown>>;

  constructor(detail: string, statusBody: Readonly<Record<string, unknown>>) {
    super(`The try-on failed: ${detail}`);
    this.detail = detail;
    this.statusBody = statusBody;
  }
}

/** The job was not done in time. It goes on, and may still be asked for by its id. */
export class InferenceTimeout extends Error {
  override readonly name = 'InferenceTimeout';
  readonly requestId: string;
  readonly elapsedMs: number;

  constructor(requestId: string, elapsedMs: number) {
    super(`The try-on ${requestId} was not done after ${Math.round(elapsedMs / 1000)} s`);
    this.requestId = requestId;
    this.elapsedMs = elapsedMs;
  }
}
