import 'server-only';

/** A random id of somebody who has no session yet. It ends with the first session. */
export const VISITOR_COOKIE = 'fitting-room.visitor';

/** As long as a session: a hold-out must find the same visitor in the same arm when she comes back. */
export const VISITOR_LIFE_SECONDS = 30 * 24 * 60 * 60;

/** Global Privacy Control, or its older sister: https://w3c.github.io/gpc/. */
export const asksNotToBeCounted = (headers: Headers): boolean =>
  headers.get('sec-gpc') === '1' || headers.get('dnt') === '1';
