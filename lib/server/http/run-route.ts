import 'server-only';
import { randomUUID } from 'node:crypto';
import type { NextRequest } from 'next/server';
import type { z } from 'zod';
import type { Actor } from '#lib/server/auth/actor.ts';
import { addressOf } from './address.ts';
import { json, sealed } from './answer.ts';
import { AppError } from './app-error.ts';
import { problemResponse } from './problem-response.ts';
import { type Rate, takeRate } from './rate-limit.ts';
import { readJson } from './read-json.ts';
import { assertSameOrigin } from './same-origin.ts';

/**
 * - `public`: anybody; the actor may be null.
 * - `person`: somebody with a session, guests included.
 * - `merchant`, `admin`: that role. Which shop, which row: the use case decides.
 */
export type Auth = 'public' | 'person' | 'merchant' | 'admin';

interface Handled<A extends Auth, P, Q, B> {
  request: NextRequest;
  actor: A extends 'public' ? Actor | null : Actor;
  params: P;
  query: Q;
  body: B;
}

export interface RouteDefinition<A extends Auth, P, Q, B> {
  auth: A;
  params?: z.ZodType<P>;
  query?: z.ZodType<Q>;
  /** A JSON body. Routes that take files read them themselves. */
  body?: z.ZodType<B>;
  rate?: Rate;
  /** A value that is no Response is sent as JSON. */
  handle: (handled: Handled<A, P, Q, B>) => Promise<unknown>;
}

/**
 * Same-origin check, authentication, rate limit, parsing and handling, in that order, with every error
 * turned into RFC 9457 problem details.
 *
 * @param whoAsks null for somebody without a session that is still good.
 */
export async function runRoute<A extends Auth, P, Q, B>(
  route: RouteDefinition<A, P, Q, B>,
  request: NextRequest,
  params: unknown,
  whoAsks: () => Promise<Actor | null>,
): Promise<Response> {
  const requestId = randomUUID();
  try {
    if (request.method !== 'GET' && request.method !== 'HEAD') assertSameOrigin(request);
    const actor = await whoAsks();
    assertMay(route.auth, actor);
    if (route.rate) await takeRate(route.rate, actor, addressOf(request));
    const result = await route.handle({
      request,
      // `assertMay` has refused null for every mode but `public`.
      actor: actor as Handled<A, P, Q, B>['actor'],
      params: (route.params ? parse(route.params, params) : {}) as P,
      query: (route.query ? parse(route.query, queryOf(request)) : {}) as Q,
      body: (route.body
        ? parse(route.body, await readJson(request, addressOf(request)))
        : undefined) as B,
    });
    return sealed(result instanceof Response ? result : json(result));
  } catch (error) {
    return sealed(problemResponse(error, requestId));
  }
}

function assertMay(auth: Auth, actor: Actor | null): void {
  if (auth === 'public') return;
  if (!actor) throw new AppError('unauthenticated');
  if (auth === 'merchant' && actor.role !== 'MERCHANT') throw new AppError('forbidden');
  if (auth === 'admin' && actor.role !== 'ADMIN') throw new AppError('forbidden');
}

const queryOf = (request: NextRequest) => Object.fromEntries(request.nextUrl.searchParams);

/** @throws AppError invalid_input, naming each field. An address that names no row is not found. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) {
    if (holdsNul(parsed.data)) throw new AppError('invalid_input');
    return parsed.data;
  }
  const fields: Record<string, string> = {};
  for (const { path, message } of parsed.error.issues) fields[path.join('.') || 'body'] ??= message;
  const [name, message] = Object.entries(fields)[0] ?? [];
  throw new AppError('invalid_input', name === undefined ? undefined : `${name}: ${message}`, {
    fields,
  });
}

/** Postgres takes it in no text. */
function holdsNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, one]) => key.includes('\0') || holdsNul(one));
}
