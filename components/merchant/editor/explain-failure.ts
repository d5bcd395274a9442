import type { Failure } from '#lib/client/autosave-loop.ts';
import { ProblemError, sayError, UnreachableError } from '#lib/client/problem-error.ts';
import { fieldOfPath } from './check-draft.ts';
import type { DraftField, GarmentDraft } from './garment-draft.ts';

/** What a failed save means for what is on the screen. */
export function explainFailure(error: unknown): Failure<GarmentDraft> {
  const reason = sayError(error);
  if (!(error instanceof ProblemError)) {
    return { kind: 'trouble', trouble: { reason, passes: error instanceof UnreachableError } };
  }
  const { code, status, problem } = error;
  if (code === 'conflict') return { kind: 'outrun', reason };
  const fields = Object.entries(problem.fields ?? {});
  if (code === 'invalid_input' && fields.length > 0) {
    const reasons = new Map(
      fields.map(([path, sentence]) => [fieldOfPath(path) as DraftField, sentence]),
    );
    return { kind: 'fields', reasons };
  }
  if (status === 404) {
    const gone = 'This garment is not here any more. Somebody may have deleted it.';
    return { kind: 'trouble', trouble: { reason: gone, passes: false } };
  }
  return { kind: 'trouble', trouble: { reason, passes: status >= 500 || status === 429 } };
}
