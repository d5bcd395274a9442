import 'server-only';
import { createHmac } from 'node:crypto';
import type { AlertMessage } from '#lib/contracts/alerts.ts';
import { db } from '#lib/server/db.ts';
import { env } from '#lib/server/env.ts';
import {
  createGuardedPost,
  type GuardedFetchOptions,
  type GuardedPost,
} from '#lib/server/http/guarded-fetch.ts';
import { resolveHost } from '#lib/server/http/resolve-host.ts';
import { findSigningSalt } from '#lib/server/repositories/ops-alert-settings.ts';

/** So much of an answer is shown to whoever tries the webhook out. */
const SHOWN = 300;

/** @param privateHosts `host:port` of hosts beside this server. */
export const webhookOptions = (privateHosts: readonly string[]): GuardedFetchOptions => ({
  resolve: resolveHost,
  exempt: new Set(privateHosts),
  accept: '*/*',
  maxBytes: 64 * 1024,
  connectMs: 5_000,
  totalMs: 15_000,
  perHost: 2,
  userAgent: 'FittingRoom/1 (alerts)',
});

let current: GuardedPost | undefined;

function post(): GuardedPost {
  current ??= createGuardedPost(webhookOptions(env().ALERT_PRIVATE_HOSTS));
  return current;
}

/**
 * The secret that the receiver checks messages with. It is made of the server's own and a salt, so that
 * nobody finds it in the database; another salt, or another NEXTAUTH_SECRET, makes another.
 */
export const signingSecret = (salt: string): string =>
  createHmac('sha256', env().NEXTAUTH_SECRET).update(`alerts|${salt}`).digest('base64url');

/** `timestamp` in seconds since 1970, so that a message that was caught cannot be sent again later. */
export const signatureOf = (secret: string, timestamp: string, body: string): string =>
  `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`;

/** Whether it was taken (any 2xx), and what came back in a line for people. */
export async function sendToWebhook(
  address: string,
  message: AlertMessage,
  now = new Date(),
): Promise<{ ok: boolean; said: string }> {
  const body = JSON.stringify(message);
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const salt = await findSigningSalt(db());
  const answer = await post()(address, body, {
    'content-type': 'application/json',
    'x-fitting-room-timestamp': timestamp,
    ...(salt
      ? { 'x-fitting-room-signature': signatureOf(signingSecret(salt), timestamp, body) }
      : {}),
  });
  if (!answer.ok) return { ok: false, said: refusalText[answer.code] };
  const text = answer.text.trim().slice(0, SHOWN);
  return {
    ok: answer.status >= 200 && answer.status < 300,
    said: `HTTP ${answer.status}${text ? `: ${text}` : ''}`,
  };
}

const refusalText = {
  bad_address: 'This is no address.',
  scheme: 'The address begins with neither https:// nor http://.',
  port: 'Only the ports 80 and 443 are used; ALERT_PRIVATE_HOSTS names exceptions.',
  credentials: 'An address with a user name in it is not used.',
  private_address:
    'The address leads into a private network; ALERT_PRIVATE_HOSTS names exceptions.',
  unknown_host: 'The host is not known.',
  unreachable: 'The host does not answer.',
  timeout: 'The host did not answer in time.',
  too_large: 'The answer is too long.',
  too_many_redirects: 'The address leads elsewhere.',
  http_error: 'The host refused it.',
} as const;
