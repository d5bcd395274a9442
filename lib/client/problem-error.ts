import type { ProblemDetails } from '#lib/contracts/problem.ts';
import { connectionWords } from '#lib/words/connection.ts';

/** The server answered, and the answer is no. `problem` is RFC 9457; `fields` names form fields. */
export class ProblemError extends Error {
  readonly problem: ProblemDetails;

  constructor(problem: ProblemDetails) {
    super(problem.detail ?? problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }

  get status(): number {
    return this.problem.status;
  }

  get code(): string {
    return this.problem.code;
  }
}

/** No answer came: no network, the server is away, or the answer was lost on the way. */
export class UnreachableError extends Error {
  constructor(cause?: unknown) {
    super(connectionWords.unreachable, { cause });
    this.name = 'UnreachableError';
  }
}

/** Asking again brings nothing: the address is wrong, or what it names is not (or no longer) ours. */
const NOT_THERE = new Set([400, 401, 403, 404, 410, 422]);

export function isNotThere(error: unknown): boolean {
  return error instanceof ProblemError && NOT_THERE.has(error.status);
}

/** One sentence for the person, whatever was thrown. */
export function sayError(error: unknown): string {
  if (error instanceof ProblemError) return error.message;
  if (error instanceof UnreachableError) {
    return connectionWords.unreachableNow;
  }
  return connectionWords.pageBroken;
}
