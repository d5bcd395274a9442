import 'server-only';
import type { PhotoView } from '#lib/contracts/photo.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { toProviderInput } from '#lib/server/images/provider-input.ts';
import { countWithdrawn, findConsent, recordConsent } from '#lib/server/repositories/consents.ts';
import { keepMedia } from '#lib/server/repositories/media.ts';
import { createPhoto } from '#lib/server/repositories/photos.ts';
import { findConsentText } from '#lib/server/repositories/settings.ts';
import { currentSettings } from '#lib/server/settings.ts';
import { transact } from '#lib/server/transact.ts';
import { refusals } from '#lib/words/problems.ts';
import { cleanUpload } from './clean-upload.ts';
import { holdOpenAccount } from './hold-open-account.ts';
import { storePicture } from './store-picture.ts';

/**
 * Takes in a shopper's photo: cleaned, upright, without metadata, private. Nothing is read of it
 * before the consent is there.
 *
 * @throws AppError consent_required, picture_refused, unavailable; unauthenticated and conflict when the
 *   account was closed, or the consent withdrawn, meanwhile
 */
export async function addPhoto(
  actor: Actor,
  { bytes, consentVersion }: { bytes: Uint8Array; consentVersion: string },
  now = new Date(),
): Promise<PhotoView> {
  const [asked, withdrawn] = await Promise.all([
    findConsentText(db()),
    countWithdrawn(db(), actor.userId),
  ]);
  if (consentVersion !== asked.version) throw new AppError('consent_required');
  const picture = await cleanUpload(bytes, 'photo');
  const input = await toProviderInput(picture.bytes, 'person');
  const options = { ownerId: actor.userId, visibility: 'PRIVATE', now } as const;
  const mediaId = await storePicture(picture, { kind: 'photos', ...options });
  const inputMediaId = await storePicture(input, { kind: 'inputs', ...options });
  const { retention } = await currentSettings();
  return transact(async (tx) => {
    await holdOpenAccount(tx, actor.userId);
    // She took back meanwhile what this photo came with: it is no consent after that one.
    if ((await countWithdrawn(tx, actor.userId)) > withdrawn) {
      throw new AppError('conflict', refusals.erasedMeanwhile);
    }
    const consent = await findConsent(tx, actor.userId, asked.version);
    const consentId = consent?.id ?? (await recordConsent(tx, { userId: actor.userId, ...asked }));
    const kept = await keepMedia(tx, [mediaId, inputMediaId]);
    if (kept < 2) throw new AppError('conflict', refusals.erasedMeanwhile);
    const { userId } = actor;
    const photo = { userId, consentId, mediaId, inputMediaId, lastUsedAt: now };
    return createPhoto(tx, photo, retention);
  });
}
