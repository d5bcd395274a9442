import 'server-only';
import type { Db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { lockOpenAccount } from '#lib/server/repositories/closed-accounts.ts';

/**
 * Before anything is written that belongs to a person: holds her row to the end of the transaction.
 *
 * @throws AppError unauthenticated when the account was closed meanwhile
 */
export async function holdOpenAccount(tx: Db, userId: string): Promise<void> {
  if (!(await lockOpenAccount(tx, userId))) throw new AppError('unauthenticated');
}
