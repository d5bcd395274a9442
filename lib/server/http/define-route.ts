import 'server-only';
import type { NextRequest } from 'next/server';
import { currentActor } from '#lib/server/auth/current-actor.ts';
import { type Auth, type RouteDefinition, runRoute } from './run-route.ts';

type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };

/** A route handler of Next's: see `runRoute` for what it does in which order. */
export const defineRoute =
  <A extends Auth, P = Record<string, never>, Q = Record<string, never>, B = undefined>(
    route: RouteDefinition<A, P, Q, B>,
  ) =>
  async (request: NextRequest, { params }: RouteContext): Promise<Response> =>
    runRoute(route, request, await params, currentActor);
