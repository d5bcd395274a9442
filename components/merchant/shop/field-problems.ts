import type { z } from 'zod';
import { ProblemError, sayError } from '#lib/client/problem-error.ts';

/** What is wrong, by the field that it stands at; `form` for what is no field's. */
export type FieldProblems = Record<string, string>;

export const typedWrong = (error: z.ZodError): FieldProblems =>
  Object.fromEntries(
    error.issues.toReversed().map(({ path, message }) => [String(path[0]), message]),
  );

export function refusedBecause(thrown: unknown): FieldProblems {
  const fields = thrown instanceof ProblemError ? thrown.problem.fields : undefined;
  return fields ?? { form: sayError(thrown) };
}
