import 'server-only';
import type { RegisterBody } from '#lib/contracts/account.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { hashPassword } from '#lib/server/auth/password.ts';
import { db } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import {
  createAccount,
  type NewlyMade,
  turnGuestIntoAccount,
} from '#lib/server/repositories/users.ts';

/**
 * Makes an account. A guest's own row becomes it, so photos and looks stay where they are.
 *
 * @throws AppError email_taken
 */
export async function registerAccount(actor: Actor | null, body: RegisterBody): Promise<NewlyMade> {
  const { password, name, email } = body;
  const account = { name, email, passwordHash: await hashPassword(password) };
  try {
    const upgraded = actor?.isGuest
      ? await turnGuestIntoAccount(db(), actor.userId, account)
      : null;
    return upgraded ?? (await createAccount(db(), account));
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      throw new AppError('email_taken');
    }
    throw error;
  }
}
