import 'server-only';
import type { PhotoView } from '#lib/contracts/photo.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { listOwnPhotos } from '#lib/server/repositories/photos.ts';

export async function listPhotos(actor: Actor): Promise<PhotoView[]> {
  return listOwnPhotos(db(), actor.userId, 24);
}
