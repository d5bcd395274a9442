import 'server-only';
import type { Db } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import {
  createAccount,
  type NewAccount,
  type NewlyMade,
  turnGuestIntoAccount,
} from '#lib/server/repositories/users.ts';

/**
 * Makes an account. A guest's own row becomes it, so photos and looks stay where they are.
 *
 * @throws AppError email_taken
 */
export async function openAccount(
  tx: Db,
  guestId: string | null,
  account: NewAccount,
): Promise<NewlyMade> {
  try {
    const upgraded = guestId ? await turnGuestIntoAccount(tx, guestId, account) : null;
    return upgraded ?? (await createAccount(tx, account));
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      throw new AppError('email_taken');
    }
    throw error;
  }
}
