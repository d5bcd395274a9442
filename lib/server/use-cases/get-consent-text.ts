import 'server-only';
import type { ConsentView } from '#lib/contracts/settings.ts';
import { db } from '#lib/server/db.ts';
import { findConsentText } from '#lib/server/repositories/settings.ts';

/** Public: what is agreed to before a photo is taken in. Read afresh, since that very text is kept. */
export async function getConsentText(): Promise<ConsentView> {
  return findConsentText(db());
}
