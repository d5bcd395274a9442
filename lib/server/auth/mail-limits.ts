import 'server-only';
import { createHash } from 'node:crypto';
import { type Limit, takePoint } from '#lib/server/http/rate-limit.ts';

/** Nobody fills another's mailbox with our mails. */
const toOne: Limit = { name: 'mail', points: 5, perSeconds: 3600 };
const fromOne: Limit = { name: 'mail-address', points: 30, perSeconds: 3600 };

/**
 * To be asked before a mail that somebody without a session can have sent, whether it will be or not.
 *
 * @throws AppError rate_limited
 */
export async function takeMail(to: string, address: string): Promise<void> {
  await takePoint(fromOne, address);
  await takePoint(toOne, createHash('sha256').update(to).digest('base64url').slice(0, 22));
}
