import type { z } from 'zod';
import { problemDetails } from '#lib/contracts/problem.ts';
import { ProblemError, UnreachableError } from './problem-error.ts';
import { noteServerTime } from './server-clock.ts';

/** Answers of a proxy or of a server that is just starting: nobody has decided anything. */
const NOBODY_HOME = new Set([502, 503, 504]);

/**
 * Fetches and parses through the contract.
 *
 * @throws ProblemError when the server refuses, UnreachableError when no answer of ours came.
 */
export async function fetchJson<T>(
  path: string,
  schema: z.ZodType<T>,
  init?: RequestInit,
): Promise<T> {
  const response = await fetchAnswer(path, init);
  return schema.parse(await readJson(response));
}

/** For routes that answer with nothing (204). Throws like `fetchJson`. */
export async function fetchNothing(path: string, init: RequestInit): Promise<void> {
  await fetchAnswer(path, init);
}

/** `init` for a JSON body. */
export function jsonBody(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}

async function fetchAnswer(path: string, init?: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, {
      ...init,
      headers: { accept: 'application/json', ...init?.headers },
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new UnreachableError(error);
  }
  noteServerTime(response.headers.get('date'));
  if (!response.ok) throw await readProblem(response);
  return response;
}

async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch (error) {
    throw new UnreachableError(error);
  }
}

async function readProblem(response: Response): Promise<Error> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = problemDetails.safeParse(body);
  if (parsed.success) return new ProblemError(parsed.data);
  if (NOBODY_HOME.has(response.status)) return new UnreachableError();
  return new ProblemError({
    type: 'about:blank',
    title: 'Something went wrong on our side. Please try again.',
    status: response.status,
    code: 'unexpected_answer',
  });
}
