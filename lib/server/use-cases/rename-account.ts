import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { writeName } from '#lib/server/repositories/credentials.ts';
import { accountRefusals } from '#lib/words/account-room.ts';

/** @throws AppError forbidden for guests; unauthenticated when it was closed meanwhile */
export async function renameAccount(actor: Actor, name: string): Promise<void> {
  if (actor.isGuest) throw new AppError('forbidden', accountRefusals.guest);
  if (!(await writeName(db(), actor.userId, name))) throw new AppError('unauthenticated');
}
