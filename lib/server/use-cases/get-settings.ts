import 'server-only';
import type { SettingsView } from '#lib/contracts/settings.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { findSettings, listConsentTexts } from '#lib/server/repositories/settings.ts';

/** @throws AppError forbidden */
export async function getSettings(actor: Actor): Promise<SettingsView> {
  assertAdmin(actor);
  const [settings, consents] = await Promise.all([findSettings(db()), listConsentTexts(db())]);
  return { settings, consents };
}
