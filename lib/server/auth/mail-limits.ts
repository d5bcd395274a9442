import 'server-only';
import { createHash } from 'node:crypto';
import { type Limit, takePoint } from '#lib/server/http/rate-limit.ts';

const PER_HOUR = 3600;

/** What is asked for. Each has a budget of its own, so that one does not use up another's. */
type MailKind = 'sign-in' | 'register' | 'reset' | 'email';

const fromOne: Limit = { name: 'mail-address', points: 30, perSeconds: PER_HOUR };
/** Somebody who asks again since nothing has come. */
const toOneFromOne = (kind: MailKind): Limit => ({
  name: `mail-${kind}`,
  points: 5,
  perSeconds: PER_HOUR,
});
/**
 * Nobody's mailbox is filled from many places either. High: whoever reaches it shuts the owner of the
 * address out as well.
 */
const toOne = (kind: MailKind): Limit => ({
  name: `mail-${kind}-to`,
  points: 40,
  perSeconds: PER_HOUR,
});

/**
 * To be asked before a mail that somebody without a session can have sent, whether it will be or not.
 *
 * @param address where the request comes from. @throws AppError rate_limited
 */
export async function takeMail(kind: MailKind, to: string, address: string): Promise<void> {
  const recipient = createHash('sha256').update(to).digest('base64url').slice(0, 22);
  await takePoint(fromOne, address);
  await takePoint(toOneFromOne(kind), `${recipient}/${address}`);
  await takePoint(toOne(kind), recipient);
}
