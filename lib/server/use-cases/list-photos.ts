import 'server-only';
import type { PhotoView } from '#lib/contracts/photo.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { listOwnPhotos } from '#lib/server/repositories/photos.ts';
import { currentSettings } from '#lib/server/settings.ts';

export async function listPhotos(actor: Actor): Promise<PhotoView[]> {
  const { retention } = await currentSettings();
  return listOwnPhotos(db(), actor.userId, retention, 24);
}
