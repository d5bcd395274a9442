import 'server-only';
import { moveGuestToAccount } from '#lib/server/repositories/users.ts';
import { transact } from '#lib/server/transact.ts';

/** A guest signs in to an account: photos, looks, running try-ons, the bag and orders move to it. */
export async function keepGuestsThings(beforeId: string, userId: string): Promise<void> {
  await transact((tx) => moveGuestToAccount(tx, beforeId, userId));
}
