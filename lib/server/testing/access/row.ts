import type { Actor } from '#lib/server/auth/actor.ts';
import type { Answers } from './roles.ts';
import type { World } from './world.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What is sent. The ids of rows stand in `params`; a body is JSON unless it is a form or a file. */
export interface Asked {
  params?: Record<string, string | string[]>;
  query?: Record<string, string>;
  json?: unknown;
  form?: FormData;
  file?: string;
  /** Of who sends it; without them, one of our pages. */
  headers?: Record<string, string>;
}

/** One way of asking a route, and what each role gets. */
export interface Row {
  method: Method;
  /** The folder of its file below `app`, without groups: `api/try-ons/[id]`. */
  route: string;
  /** Which of several rows of the route. */
  what?: string;
  /** A request that is right in all but, perhaps, who sends it; of rows that no other request uses. */
  ask: (world: World, asker: Actor | null) => Asked | Promise<Asked>;
  answers: Answers;
  /** It makes another of whoever asks, so each comes for this once. */
  usesUpPerson?: true;
}

/** A folder whose rows are all asked for in its shop. */
export function row(
  asked: `${Method} /${string}`,
  answers: Answers,
  ask: Row['ask'] = () => ({}),
  more: Pick<Row, 'what' | 'usesUpPerson'> = {},
): Row {
  const [method, path] = asked.split(' /') as [Method, string];
  return { method, route: path, answers, ask, ...more };
}
