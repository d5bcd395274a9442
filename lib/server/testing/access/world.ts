import { randomUUID } from 'node:crypto';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import type { AccountTokenKind, ShopRole } from '#lib/server/generated/prisma/enums.ts';
import { addToken, drawToken } from '#lib/server/repositories/account-tokens.ts';
import { makeSellingShop } from '#lib/server/testing/bag.ts';
import {
  makeGarment,
  makeHouseModel,
  makeOfferedGarment,
  makePerson,
  makePhoto,
  makeShop,
} from '#lib/server/testing/shop-floor.ts';
import { addToBag } from '#lib/server/use-cases/add-to-bag.ts';
import type { Role } from './roles.ts';
import { rowMakers } from './world-rows.ts';

/**
 * A shop, its people, a shopper with her things, and others beside them. Rows that a request uses up
 * are made anew for each; those with real pictures are few, since each picture is encoded.
 */
export type World = Awaited<ReturnType<typeof makeWorld>>;

export async function makeWorld() {
  const shop = await makeShop();
  const otherShop = await makeShop();
  const personAs = personMaker(shop.id, otherShop.id);
  const people = {
    guest: await personAs('guest'),
    owner: await personAs('owner'),
    otherShopper: await personAs('otherShopper'),
    viewer: await personAs('viewer'),
    editor: await personAs('editor'),
    shopOwner: await personAs('shopOwner'),
    otherMerchant: await personAs('otherMerchant'),
    admin: await personAs('admin'),
  };
  const owner = people.owner;
  const offered = await makeOfferedGarment({ shopId: shop.id });
  const picture = await db().garmentImage.findFirstOrThrow({ where: { garmentId: offered.id } });
  const model = await makeHouseModel();
  const { id: photoId } = await makePhoto(owner);
  const photo = await db().photo.findUniqueOrThrow({ where: { id: photoId } });
  if (!photo.mediaId) throw new Error('A new photo has its picture.');
  const selling = {
    checkout: await makeSellingShop({ checkoutUrl: 'https://shop.example/cart/{lines}' }),
    asked: await makeSellingShop(),
  };
  const rows = rowMakers({ shopId: shop.id, owner, people, offered, picture, modelId: model.id });
  return {
    shop,
    otherShop,
    people,
    personAs,
    /** In the shop, with a real picture. */
    offered,
    picture,
    model,
    garmentOfOtherShop: async () => {
      const { id } = await makeGarment({ shopId: otherShop.id });
      return db().garment.update({ where: { id }, data: { status: 'DRAFT', version: 1 } });
    },
    suspendedPerson: async () => {
      const { userId: id } = await makePerson();
      await db().user.update({ where: { id }, data: { suspendedAt: new Date() } });
      return id;
    },
    /** A token as a mail brings it. */
    accountLink: async (kind: AccountTokenKind, of: Partial<AccountLink> = {}) => {
      const email = `${randomUUID()}@example.org`;
      const expiresAt = new Date(Date.now() + 3_600_000);
      const id = await addToken(db(), { kind, email, expiresAt, ...of });
      return (await drawToken(db(), id)) ?? '';
    },
    erasure: () =>
      db().erasure.create({ data: { cause: 'look', userId: owner.userId, pictures: 1 } }),
    spareShop: await makeShop(),
    /** The shopper's photo, with real bytes. */
    shown: { photoId, mediaId: photo.mediaId },
    /** Puts something of a shop into the shopper's bag, which that shop takes in this way. */
    fillBag: async (way: keyof typeof selling) => {
      const { shop: from, garment } = selling[way];
      await addToBag(owner, { garment: garment.slug, size: 'S', quantity: 1 });
      return from;
    },
    ...rows,
  };
}

type AccountLink = Parameters<typeof addToken>[1];

function personMaker(shopId: string, otherShopId: string) {
  const member = async (shop: string, role: ShopRole) => {
    const person = await makePerson({ role: 'MERCHANT' });
    await db().shopMember.create({ data: { shopId: shop, userId: person.userId, role } });
    return person;
  };
  return (role: Exclude<Role, 'nobody'>): Promise<Actor> => {
    switch (role) {
      case 'guest':
        return makePerson({ isGuest: true, email: null, name: null });
      case 'owner':
      case 'otherShopper':
        return makePerson();
      case 'viewer':
        return member(shopId, 'VIEWER');
      case 'editor':
        return member(shopId, 'EDITOR');
      case 'shopOwner':
        return member(shopId, 'OWNER');
      case 'otherMerchant':
        return member(otherShopId, 'OWNER');
      case 'admin':
        return makePerson({ role: 'ADMIN' });
    }
  };
}
