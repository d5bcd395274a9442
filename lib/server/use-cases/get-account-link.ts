import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { findToken } from '#lib/server/repositories/account-tokens.ts';
import { isWhereItBegan } from './confirm-account.ts';

/** What a link in a mail would do, for its page; null when it is over. Opening the page does nothing. */

export async function getRegistration(actor: Actor | null, token: string, now = new Date()) {
  const row = await findToken(db(), 'register', token, now);
  return row && { email: row.email, asksPassword: !isWhereItBegan(actor, row) };
}

export async function hasResetLink(token: string, now = new Date()): Promise<boolean> {
  return (await findToken(db(), 'reset', token, now)) !== null;
}

/** @returns whether the link is for the acting person's account, too. */
export async function getEmailChange(actor: Actor | null, token: string, now = new Date()) {
  const row = await findToken(db(), 'email', token, now);
  return row && { email: row.email, isOwn: row.userId === actor?.userId };
}
