import 'server-only';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findConsent, recordConsent } from '#lib/server/repositories/consents.ts';
import { findConsentText } from '#lib/server/repositories/settings.ts';
import { transact } from '#lib/server/transact.ts';
import { holdOpenAccount } from './hold-open-account.ts';

/**
 * Agrees to the text of today for the photos that are kept already. Before a new photo it is agreed to
 * together with that.
 *
 * @throws AppError consent_required when another text is asked for by now
 */
export async function giveConsent(actor: Actor, version: string): Promise<void> {
  const asked = await findConsentText(db());
  if (version !== asked.version) throw new AppError('consent_required');
  await transact(async (tx) => {
    await holdOpenAccount(tx, actor.userId);
    if (await findConsent(tx, actor.userId, asked.version)) return;
    await recordConsent(tx, { userId: actor.userId, ...asked });
  });
}
