import { randomUUID } from 'node:crypto';
import type { GarmentCategory } from '#lib/domain/category.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { sharp } from '#lib/server/images/guarded-sharp.ts';
import { toProviderInput } from '#lib/server/images/provider-input.ts';
import { makeRenditions } from '#lib/server/images/renditions.ts';
import { keepMedia } from '#lib/server/repositories/media.ts';
import { addGarmentImage } from '#lib/server/repositories/shop-garments.ts';
import { addPhoto } from '#lib/server/use-cases/add-photo.ts';
import { cleanUpload } from '#lib/server/use-cases/clean-upload.ts';
import { storePicture } from '#lib/server/use-cases/store-picture.ts';
import { currentConsent } from '#lib/words/consent.ts';

/** What integration tests stand on: people, shops, garments and photos, each new and unrelated. */

export function plainPicture(background = '#a8634c'): Promise<Uint8Array> {
  return sharp({ create: { width: 300, height: 400, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

export async function makePerson(change: Partial<Omit<Actor, 'userId'>> = {}): Promise<Actor> {
  const user = await db().user.create({
    data: { name: 'Test', email: `${randomUUID()}@example.org`, ...change },
  });
  const { id: userId, isGuest, role, name, email } = user;
  return { userId, isGuest, role, name, email };
}

export async function makeShop(owner?: Actor) {
  return db().shop.create({
    data: {
      slug: `shop-${randomUUID()}`,
      name: 'Test shop',
      ...(owner ? { members: { create: { userId: owner.userId, role: 'OWNER' } } } : {}),
    },
  });
}

/** Drawn once a test file: of each garment anew it took most of the time. */
let drawn: ReturnType<typeof drawPlainPicture> | undefined;

async function drawPlainPicture() {
  const picture = await cleanUpload(await plainPicture(), 'garment');
  return {
    picture,
    renditions: await makeRenditions(picture.bytes),
    input: await toProviderInput(picture.bytes, 'garment', null),
  };
}

/**
 * A picture for people and one for the provider, each with bytes of its own. Nobody has looked at it: of
 * one colour, it would not be offered for try-ons.
 */
async function storePlainPicture(): Promise<{ mediaId: string; inputMediaId: string }> {
  drawn ??= drawPlainPicture();
  const { picture, renditions, input } = await drawn;
  const options = { ownerId: null, now: new Date() };
  const mediaId = await storePicture(picture, {
    kind: 'garments',
    visibility: 'PUBLIC',
    renditions,
    ...options,
  });
  const inputMediaId = await storePicture(input, {
    kind: 'inputs',
    visibility: 'PRIVATE',
    ...options,
  });
  await keepMedia(db(), [mediaId, inputMediaId]);
  return { mediaId, inputMediaId };
}

export async function makeGarment({
  category = 'UPPER_BODY',
  shopId,
}: {
  category?: GarmentCategory;
  shopId?: string;
} = {}) {
  const picture = await storePlainPicture();
  const garment = await db().garment.create({
    data: {
      slug: `garment-${randomUUID()}`,
      title: 'Test garment',
      category,
      status: 'ACTIVE',
      priceMinor: 4900,
      currency: 'EUR',
      shopId: shopId ?? (await makeShop()).id,
    },
  });
  await addGarmentImage(db(), { garmentId: garment.id, alt: 'Test garment', ...picture });
  return garment;
}

/** With its picture chosen, so that it is offered for try-ons also when a worker looks at the picture. */
export async function makeOfferedGarment(given: { shopId?: string } = {}) {
  const garment = await makeGarment(given);
  const { id } = await db().garmentImage.findFirstOrThrow({ where: { garmentId: garment.id } });
  return db().garment.update({ where: { id: garment.id }, data: { pinnedImageId: id } });
}

export async function makePhoto(owner: Actor) {
  return addPhoto(owner, {
    bytes: await plainPicture('#8899aa'),
    consentVersion: currentConsent.version,
  });
}

export async function makeHouseModel() {
  const picture = await storePlainPicture();
  return db().houseModel.create({
    data: {
      slug: `model-${randomUUID()}`,
      name: 'Test model',
      description: '',
      heightCm: 170,
      position: 1,
      ...picture,
    },
  });
}
