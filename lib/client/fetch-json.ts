import type { z } from 'zod';
import { connectionWords } from '#lib/words/connection.ts';
import { ProblemError, UnreachableError } from './problem-error.ts';
import { noteServerTime } from './server-clock.ts';

/** Answers of a proxy or of a server that is just starting: nobody has decided anything. */
const NOBODY_HOME = new Set([502, 503, 504]);

/**
 * A contract, or where to get it: zod and the contracts are a good part of a page's script, and a
 * page that only shows what the server rendered needs none of them.
 */
export type Contract<T> = z.ZodType<T> | (() => Promise<z.ZodType<T>>);

/**
 * Fetches and parses through the contract.
 *
 * @throws ProblemError when the server refuses, UnreachableError when no answer of ours came.
 */
export async function fetchJson<T>(
  path: string,
  contract: Contract<T>,
  init?: RequestInit,
): Promise<T> {
  const [schema, response] = await Promise.all([
    typeof contract === 'function' ? loaded(contract) : contract,
    fetchAnswer(path, init),
  ]);
  return schema.parse(await readJson(response));
}

/** An answer that came by another way than `fetch`. Throws like `fetchJson`. */
export async function readAnswer<T>(response: Response, contract: z.ZodType<T>): Promise<T> {
  if (!response.ok) throw await readProblem(response);
  return contract.parse(await readJson(response));
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
    if (wasCalledOff(error, init?.signal)) throw error;
    throw new UnreachableError(error);
  }
  noteServerTime(response.headers.get('date'));
  if (!response.ok) throw await readProblem(response);
  return response;
}

/** By the page. Some browsers say so too when its time was up. */
function wasCalledOff(error: unknown, signal: AbortSignal | null | undefined): boolean {
  const { name } = error instanceof DOMException ? error : { name: '' };
  return name === 'AbortError' && signal?.reason?.name !== 'TimeoutError';
}

/** A script that does not come is the same trouble as an answer that does not. */
async function loaded<T>(load: () => Promise<z.ZodType<T>>): Promise<z.ZodType<T>> {
  try {
    return await load();
  } catch (error) {
    throw new UnreachableError(error);
  }
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
  const { problemDetails } = await import('#lib/contracts/problem.ts').catch((error: unknown) => {
    throw new UnreachableError(error);
  });
  const parsed = problemDetails.safeParse(body);
  if (parsed.success) return new ProblemError(parsed.data);
  if (NOBODY_HOME.has(response.status)) return new UnreachableError();
  return new ProblemError({
    type: 'about:blank',
    title: connectionWords.serverBroken,
    status: response.status,
    code: 'unexpected_answer',
  });
}
