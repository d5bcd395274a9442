import 'server-only';
import { db } from '#lib/server/db.ts';
import { moveGuestToAccount } from '#lib/server/repositories/users.ts';

/** A guest signs in to an account: photos, looks, running try-ons, the bag and orders move to it. */
export async function keepGuestsThings(beforeId: string, userId: string): Promise<void> {
  await db().$transaction((tx) => moveGuestToAccount(tx, beforeId, userId));
}
