import 'server-only';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';

/**
 * Puts the address that a connection really came from at the end of `x-forwarded-for`, as a proxy in
 * front would. Route handlers cannot see the socket, and Next writes its address only where the header
 * is missing, so a client that sends one of its own could be anybody.
 *
 * @returns ends it.
 */
export function noteSocketAddresses(): () => void {
  subscribe(REQUEST_START, append);
  return () => void unsubscribe(REQUEST_START, append);
}

/** Node's own: https://nodejs.org/api/diagnostics_channel.html#http. Told before the server handles it. */
export const REQUEST_START = 'http.server.request.start';

function append(message: unknown): void {
  const { request } = message as { request: IncomingMessage };
  const { headers, socket } = request;
  const before = headers['x-forwarded-for'];
  const whole = [before, socket.remoteAddress].flat().filter(Boolean).join(', ');
  headers['x-forwarded-for'] = whole;
}
