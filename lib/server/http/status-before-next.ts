import 'server-only';
import { randomUUID } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { tryOnParams, tryOnStatusQuery } from '#lib/contracts/try-on.ts';
import { documentHeaders, everywhereHeaders } from '#lib/domain/fixed-headers.ts';
import { type AfterAnswer, actorOf } from '#lib/server/auth/actor-of-session.ts';
import { openSession, sessionCookieName } from '#lib/server/auth/session-cookie.ts';
import { log } from '#lib/server/log.ts';
import { sealed } from './answer.ts';
import { AppError } from './app-error.ts';
import { problemResponse } from './problem-response.ts';
import { REQUEST_START } from './socket-address.ts';
import { tryOnStatusResponse } from './try-on-status.ts';

/**
 * Answers `GET /api/try-ons/{id}` before Next begins with it, as the route would: Next takes longer for
 * a status than what it is asked for does, and keeps 52 kB of each that waits
 * (docs/decisions/0031-a-status-is-answered-before-next.md). What the route refuses for its form goes
 * through to it, like everything else.
 *
 * @returns ends it for servers that have not been asked anything yet.
 */
export function answerStatusBeforeNext(): () => void {
  const seen = new WeakSet<Server>();
  const onStart = (message: unknown) => {
    const { server } = message as { server: Server };
    if (seen.has(server)) return;
    seen.add(server);
    standBefore(server);
  };
  subscribe(REQUEST_START, onStart);
  return () => void unsubscribe(REQUEST_START, onStart);
}

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** The request that brought us here has not been handled yet: it comes to the new handler. */
function standBefore(server: Server): void {
  const handlers = server.listeners('request') as Handler[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const question = questionOf(request);
    if (question) void answer(question, request, response);
    else for (const handle of handlers) handle.call(server, request, response);
  });
}

interface Question {
  id: string;
  query: { since?: number; wait?: number };
}

const STATUS = /^\/api\/try-ons\/([^/?]+)(?:\?(.*))?$/;

function questionOf({ method, url = '' }: IncomingMessage): Question | null {
  const [, named, search] = STATUS.exec(url) ?? [];
  if (method !== 'GET' || named === undefined) return null;
  const params = tryOnParams.safeParse({ id: named });
  const query = tryOnStatusQuery.safeParse(Object.fromEntries(new URLSearchParams(search)));
  return params.success && query.success ? { id: params.data.id, query: query.data } : null;
}

async function answer(
  question: Question,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const reader = new AbortController();
  response.once('close', () => reader.abort());
  const made = await makeAnswer(question, request, reader.signal, (work) =>
    response.once('close', () => void seeTo(work)),
  );
  if (!reader.signal.aborted) await write(made, response);
}

async function makeAnswer(
  { id, query }: Question,
  request: IncomingMessage,
  signal: AbortSignal,
  afterAnswer: AfterAnswer,
): Promise<Response> {
  try {
    const session = await openSession(cookieOf(request, sessionCookieName()));
    const actor = await actorOf(session, afterAnswer);
    if (!actor) throw new AppError('unauthenticated');
    const known = request.headers['if-none-match'] ?? null;
    return sealed(await tryOnStatusResponse(actor, id, query, { known, signal, afterAnswer }));
  } catch (error) {
    return sealed(problemResponse(error, randomUUID()));
  }
}

async function seeTo(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error(
      { error: error instanceof Error ? error.name : typeof error },
      'work after a status failed',
    );
  }
}

/** @param name of a cookie whose value needs no decoding. */
function cookieOf({ headers }: IncomingMessage, name: string): string | undefined {
  const pair = headers.cookie?.split(';').find((one) => one.trim().startsWith(`${name}=`));
  return pair?.trim().slice(name.length + 1);
}

/** With what `next.config.mjs` adds. */
async function write(made: Response, response: ServerResponse): Promise<void> {
  const body = await made.text();
  response.statusCode = made.status;
  for (const [name, value] of [...everywhereHeaders, ...documentHeaders, ...made.headers]) {
    response.setHeader(name, value);
  }
  response.end(body);
}
