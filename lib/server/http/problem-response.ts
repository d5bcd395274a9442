import 'server-only';
import type { ProblemDetails } from '#lib/contracts/problem.ts';
import { log } from '#lib/server/log.ts';
import { AppError, errorStatus, errorTitle } from './app-error.ts';

/** RFC 9457. An unknown exception says nothing of itself but the request id to ask us about. */
export function problemResponse(error: unknown, requestId: string): Response {
  const known = error instanceof AppError ? error : null;
  const code = known?.code ?? 'internal';
  const status = errorStatus[code];
  if (!known) {
    log.error(
      {
        requestId,
        error: error instanceof Error ? error.name : typeof error,
        code: codeOf(error),
        at: firstFrame(error),
      },
      'request failed',
    );
  }
  const body: ProblemDetails = {
    type: `urn:fitting-room:problem:${code}`,
    title: errorTitle[code],
    status,
    code,
    requestId,
    ...(known && known.message !== errorTitle[code] ? { detail: known.message } : {}),
    ...(known?.fields ? { fields: known.fields } : {}),
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(known?.retryAfterSeconds
        ? { 'retry-after': String(Math.ceil(known.retryAfterSeconds)) }
        : {}),
    },
  });
}

/** Where it was thrown. Messages are left out, all their lines: a library puts values there. */
function firstFrame(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  return error.stack
    ?.split('\n')
    .filter((line) => /^\s*at /.test(line))
    .slice(0, 4)
    .map((line) => line.trim())
    .join(' | ');
}

/** Of the database or its client, which say nothing of anybody. */
function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' && /^[A-Z0-9_]{1,24}$/u.test(error.code)
    ? error.code
    : undefined;
}
