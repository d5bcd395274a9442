import 'server-only';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import {
  createConsentText,
  findConsentText,
  lockSettings,
} from '#lib/server/repositories/settings.ts';
import { transact } from '#lib/server/transact.ts';

/**
 * A new version of what people agree to: everybody is asked again before the next photo. Consents that
 * were given keep the very text that they were given to.
 *
 * @param instead the version that it takes the place of. @throws AppError forbidden, conflict, invalid_input
 */
export async function writeConsentText(
  actor: Actor,
  { text, instead }: { text: string; instead: string },
  now = new Date(),
): Promise<{ version: string }> {
  assertAdmin(actor);
  return transact(async (tx) => {
    await lockSettings(tx);
    const before = await findConsentText(tx);
    if (before.version !== instead) {
      throw new AppError(
        'conflict',
        'Somebody has written another version meanwhile. Read it first.',
      );
    }
    if (before.text === text) {
      throw new AppError('invalid_input', 'This is the text that is asked for already.');
    }
    // To the second: nobody writes two in one, since each reads the one before.
    const version = now.toISOString().slice(0, 19);
    if (version === before.version) throw new AppError('conflict');
    await createConsentText(tx, { version, text, createdById: actor.userId, createdAt: now });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'consent-text.written',
      subjectType: 'consent-text',
      subjectId: version,
      detail: { instead },
    });
    return { version };
  });
}
