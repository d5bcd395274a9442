import 'server-only';
import type { UnavailableOutcome } from '#lib/domain/try-on-steps.ts';
import { db } from './db.ts';
import { env } from './env.ts';
import { signedMediaLink } from './http/signed-media-link.ts';
import { PictureUnreadable } from './images/picture-unreadable.ts';
import { provider } from './provider.ts';
import { openForProvider } from './provider-picture.ts';
import { findMediaByLinks, type PictureBytes } from './repositories/media.ts';
import { findTryOnInputs, type TryOnInputs } from './repositories/try-on-inputs.ts';

export type ProviderInputs =
  | { kind: 'ready'; modelImage: string; clothImage: string }
  /** A picture was deleted while the try-on waited. */
  | { kind: 'missing' }
  | { kind: 'storage_unavailable' }
  | UnavailableOutcome;

/**
 * Addresses from which the provider can load the two pictures: signed links of our own that live 15
 * minutes, or, where our origin cannot be reached from outside, the provider's own asset upload.
 */
export async function prepareProviderInputs(tryOnId: string, now: Date): Promise<ProviderInputs> {
  const inputs = await findTryOnInputs(db(), tryOnId);
  const modelId = inputs && personOf(inputs);
  const garmentId = inputs?.garmentMediaId;
  if (!modelId || !garmentId) return { kind: 'missing' };

  if (originIsPublic()) {
    return {
      kind: 'ready',
      modelImage: signedMediaLink(modelId, now),
      clothImage: signedMediaLink(garmentId, now),
    };
  }

  const stored = await findMediaByLinks(db(), [modelId, garmentId], now);
  const pictures = await Promise.all([
    loadPicture(stored.get(modelId)),
    loadPicture(stored.get(garmentId)),
  ]).catch(() => 'unavailable' as const);
  if (pictures === 'unavailable') return { kind: 'storage_unavailable' };
  const [model, garment] = pictures;
  if (!model || !garment) return { kind: 'missing' };
  const uploaded = await provider().uploadAssets([
    { bytes: model, contentType: 'image/jpeg' },
    { bytes: garment, contentType: 'image/jpeg' },
  ]);
  if (uploaded.kind === 'unavailable') return uploaded;
  const [modelImage, clothImage] = uploaded.urls;
  if (!modelImage || !clothImage) return { kind: 'missing' };
  return { kind: 'ready', modelImage, clothImage };
}

/** The picture to dress: the photo, the house model, or for an outfit the look under it. */
function personOf(inputs: TryOnInputs): string | null {
  // Also of an outfit, whose look shows the same person.
  if (inputs.consentWithdrawnAt) return null;
  if (inputs.isOutfit) return inputs.baseDeletedAt ? null : inputs.baseMediaId;
  // Its bytes may be there a little longer.
  return inputs.photoDeletedAt ? null : (inputs.photoMediaId ?? inputs.houseModelMediaId);
}

async function loadPicture(media: PictureBytes | undefined): Promise<Uint8Array | null> {
  try {
    const opened = media && (await openForProvider(media));
    return opened ? new Uint8Array(await new Response(opened.body).arrayBuffer()) : null;
  } catch (error) {
    if (error instanceof PictureUnreadable) return null;
    throw error;
  }
}

/** Plain http, a literal address or a local name: nobody outside can fetch from there. */
export function originIsPublic(origin = env().NEXTAUTH_URL): boolean {
  const { protocol, hostname } = new URL(origin);
  return (
    protocol === 'https:' &&
    hostname.includes('.') &&
    !/^[\d.]+$|:|\.(local|localhost|internal|test|invalid|example)$/.test(hostname)
  );
}
