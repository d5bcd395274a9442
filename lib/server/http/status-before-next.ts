import 'server-only';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { NextRequest } from 'next/server';
import { documentHeaders, everywhereHeaders } from '#lib/contracts/fixed-headers.mjs';
import { tryOnParams } from '#lib/contracts/try-on.ts';
import { type AfterAnswer, actorOf } from '#lib/server/auth/actor-of-session.ts';
import { openSession, sessionCookieName } from '#lib/server/auth/session-cookie.ts';
import { log } from '#lib/server/log.ts';
import { track } from '#lib/server/worker/in-flight.ts';
import { runRoute } from './run-route.ts';
import { REQUEST_START } from './socket-address.ts';
import { tryOnStatusResponse, tryOnStatusRoute } from './try-on-status.ts';

/**
 * Answers `GET /api/try-ons/{id}` before Next begins with it, by the same definition as the route: Next
 * takes longer for a status than what it is asked for does, and keeps 52 kB of each that waits
 * (docs/decisions/0031-a-status-is-answered-before-next.md).
 *
 * For servers that are ours to end: on serverless a server may be the host's own, which does work around
 * its listener and waits for what is done after an answer.
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
  const handlers = server.rawListeners('request') as Handler[];
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    const id = askedFor(request);
    if (id) void answer(id, request, response).catch((error) => breakOff(error, response));
    else for (const handle of handlers) handle.call(server, request, response);
  });
}

/** The id in a question for a status; null in everything else. Beside ids there are other routes. */
function askedFor({ method, url = '' }: IncomingMessage): string | null {
  const named =
    method === 'GET' ? /^\/api\/try-ons\/([^/?#]+)(?:\?[^#]*)?$/.exec(url)?.[1] : undefined;
  const params = tryOnParams.safeParse({ id: named });
  return params.success ? params.data.id : null;
}

async function answer(
  id: string,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const reader = new AbortController();
  const { signal } = reader;
  response.once('close', () => reader.abort());
  const afterAnswer: AfterAnswer = (work) => {
    // Who has gone meanwhile is not waited for.
    if (response.closed) setImmediate(() => track(seeTo(work)));
    else response.once('close', () => track(seeTo(work)));
  };
  const request = requestOf(incoming);
  const { headers } = request;
  const whoAsks = async () =>
    actorOf(
      await openSession(request.cookies.get(sessionCookieName())?.value),
      headers,
      afterAnswer,
    );
  const made = await runRoute(
    {
      ...tryOnStatusRoute,
      handle: ({ actor, query }) =>
        tryOnStatusResponse(actor, id, query, { headers, signal, afterAnswer }),
    },
    request,
    { id },
    whoAsks,
  );
  if (!signal.aborted) await write(made, response);
}

/** As Next makes it, whose way of reading cookies and addresses is its own. */
function requestOf({ url = '', headers }: IncomingMessage): NextRequest {
  const given = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
    [value ?? []].flat().map((one) => [name, one]),
  );
  // Of where it was sent only the path counts.
  return new NextRequest(new URL(url, 'http://localhost'), { headers: given });
}

/** What no route would answer: she asks again. */
function breakOff(error: unknown, response: ServerResponse): void {
  log.error({ error: nameOf(error) }, 'a status was not answered');
  response.destroy();
}

const nameOf = (error: unknown) => (error instanceof Error ? error.name : typeof error);

async function seeTo(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.error({ error: nameOf(error) }, 'work after a status failed');
  }
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
