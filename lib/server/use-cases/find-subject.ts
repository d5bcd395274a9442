import 'server-only';
import type { SubmitTryOnBody } from '#lib/contracts/try-on.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { placeInOutfit } from '#lib/domain/outfit.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findActiveHouseModel } from '#lib/server/repositories/house-models.ts';
import { findUsablePhoto } from '#lib/server/repositories/photos.ts';
import { findLookToDress } from '#lib/server/repositories/try-on-inputs.ts';
import { refusals } from '#lib/words/problems.ts';

/** Who wears it: exactly one of photo and house model, and for an outfit the look that it goes over. */
export interface Subject {
  photoId: string | null;
  houseModelId: string | null;
  baseId: string | null;
}

/**
 * The person whom a garment of this category is tried on.
 *
 * @throws AppError not_found, invalid_input when the garment does not go on the look
 */
export async function findSubject(
  actor: Actor,
  subject: SubmitTryOnBody['subject'],
  category: GarmentCategory,
): Promise<Subject> {
  switch (subject.kind) {
    case 'photo': {
      const photo = await findUsablePhoto(db(), subject.photoId, actor.userId);
      if (!photo) throw new AppError('not_found', refusals.photoGone);
      return { photoId: photo.id, houseModelId: null, baseId: null };
    }
    case 'house-model': {
      const model = await findActiveHouseModel(db(), subject.slug);
      if (!model) throw new AppError('not_found', refusals.modelGone);
      return { photoId: null, houseModelId: model.id, baseId: null };
    }
    case 'look':
      return findLook(actor, subject.tryOnId, category);
  }
}

async function findLook(actor: Actor, id: string, category: GarmentCategory): Promise<Subject> {
  const look = await lookToDress(actor, id);
  const { photoId, houseModelId, baseId } = look;
  const place = placeInOutfit(category, { category: look.category, isOutfit: baseId !== null });
  switch (place) {
    case 'over':
      return { photoId, houseModelId, baseId: look.id };
    case 'instead':
      return { photoId, houseModelId, baseId: (await lookToDress(actor, baseId)).id };
    case 'nowhere':
      throw new AppError('invalid_input', refusals.notAnOutfit);
  }
}

async function lookToDress(actor: Actor, id: string | null) {
  const look = id && (await findLookToDress(db(), id, actor.userId));
  if (!look) throw new AppError('not_found', refusals.lookGone);
  return look;
}
