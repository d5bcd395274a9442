import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/auth/actor.ts';
import { linkTokenHash, newLinkToken } from '#lib/server/auth/link-token.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { drawToken } from '#lib/server/repositories/account-tokens.ts';
import { leaveStub, lockOpenAccount } from '#lib/server/repositories/closed-accounts.ts';
import { makeSellingShop, seenPartOf } from '#lib/server/testing/bag.ts';
import { makePerson, makePhoto, makeShop } from '#lib/server/testing/shop-floor.ts';
import { untilOneWaits } from '#lib/server/testing/until-one-waits.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { addFavourite } from './add-favourite.ts';
import { addToBag } from './add-to-bag.ts';
import { confirmEmail } from './confirm-email.ts';
import { deleteAllLooks } from './delete-all-looks.ts';
import { deleteTryOn } from './delete-try-on.ts';
import { keepGuestsThings } from './keep-guests-things.ts';
import { renameAccount } from './rename-account.ts';
import { requestOrder } from './request-order.ts';
import { saveMeasurements } from './save-measurements.ts';
import { saveView } from './save-view.ts';

afterAll(disconnect);

const selling = await makeSellingShop();
const garment = selling.garment.slug;

/** What a person was just about to do; made ready before her account is closed. */
const writes: Record<string, (actor: Actor) => Promise<() => Promise<unknown>>> = {
  'a name': async (actor) => () => renameAccount(actor, 'Robin'),
  measurements: async (actor) => () => saveMeasurements(actor, { chest: 96 }),
  'a heart': async (actor) => () => addFavourite(actor, garment),
  'a line in the bag': async (actor) => () => addToBag(actor, { garment, size: 'M', quantity: 1 }),
  'a saved view': async (actor) => () => saveView(actor, { name: 'Mine', query: '' }),
  'an order': async (actor) => {
    await addToBag(actor, { garment, size: 'S', quantity: 1 });
    const part = await seenPartOf(actor, selling.shop);
    const person = { name: 'Robin', email: 'robin@example.org', note: '' };
    return () => requestOrder(actor, { ...part, ...person }, randomUUID());
  },
  'a place in a shop': async (actor) => {
    const token = newLinkToken();
    await db().shopInvitation.create({
      data: {
        shopId: (await makeShop()).id,
        email: actor.email ?? '',
        role: 'VIEWER',
        tokenHash: linkTokenHash(token),
        expiresAt: new Date(Date.now() + 60_000),
      },
    });
    // As an admin it is refused anyway.
    return () => acceptInvitation({ ...actor, role: 'SHOPPER' }, token);
  },
};

/** As a closing does, with what belongs between taking hold of the person and its end. */
async function closeWhile(userId: string, begins: () => Promise<unknown>): Promise<unknown> {
  let outcome: Promise<unknown> = Promise.resolve();
  await db().$transaction(async (tx) => {
    expect(await lockOpenAccount(tx, userId)).toBe(true);
    outcome = begins().catch((error: unknown) => error);
    await untilOneWaits(tx);
    await leaveStub(tx, userId, new Date());
  });
  return outcome;
}

describe('an account that is closed in the same moment', () => {
  it.each(Object.entries(writes))('takes nothing more: %s', async (_, makeReady) => {
    const actor = await makePerson({ role: 'ADMIN' });
    const write = await makeReady(actor);
    expect(await closeWhile(actor.userId, write)).toMatchObject({ code: 'unauthenticated' });
    const stub = await db().user.findUniqueOrThrow({
      where: { id: actor.userId },
      include: { favourites: true, savedViews: true, orders: true, memberships: true },
    });
    expect(stub).toMatchObject({
      name: null,
      measurements: null,
      favourites: [],
      savedViews: [],
      orders: [],
      memberships: [],
    });
    // The stub of this test keeps what was in the bag before; a closing empties it.
    const inBag = { userId: actor.userId, variant: { size: 'M' } };
    expect(await db().bagLine.count({ where: inBag })).toBe(0);
  });

  it('takes no guest’s things, who was just signing in', async () => {
    const guest = await makePerson({ isGuest: true, email: null, name: null });
    const { id } = await makePhoto(guest);
    const account = await makePerson();
    await closeWhile(account.userId, () => keepGuestsThings(guest.userId, account.userId));
    expect(await db().photo.findUniqueOrThrow({ where: { id } })).toMatchObject({
      userId: guest.userId,
    });
    expect(await db().media.count({ where: { ownerId: account.userId } })).toBe(0);
  });
});

describe('who holds a person', () => {
  /** Who holds her reaches for `next` while the other waits: two who wait for each other would both be lost. */
  async function holdThenReach(
    userId: string,
    other: () => Promise<unknown>,
    next: (tx: Parameters<typeof lockOpenAccount>[0]) => Promise<unknown>,
  ): Promise<void> {
    let outcome: Promise<unknown> = Promise.resolve();
    await db().$transaction(async (tx) => {
      await tx.$queryRaw`SELECT id FROM "User" WHERE id = ${userId} FOR UPDATE`;
      outcome = other().catch((error: unknown) => error);
      await untilOneWaits(tx);
      await next(tx);
    });
    expect(await outcome).not.toBeInstanceOf(Error);
  }

  async function personWithLook() {
    const actor = await makePerson();
    const media = await db().media.create({
      data: {
        visibility: 'PRIVATE',
        ownerId: actor.userId,
        storageKey: `looks/${randomUUID()}.jpg`,
        contentType: 'image/jpeg',
        sha256: '',
        bytes: 1,
        width: 1,
        height: 1,
      },
    });
    const { id: photoId } = await makePhoto(actor);
    const { id: garmentId, shopId } = selling.garment;
    const image = await db().garmentImage.findFirstOrThrow({ where: { garmentId } });
    const { id } = await db().tryOn.create({
      data: {
        userId: actor.userId,
        shopId,
        garmentId,
        garmentImageId: image.id,
        photoId,
        idempotencyKey: randomUUID(),
        category: 'UPPER_BODY',
        steps: 20,
        guidance: 2,
        seed: 1,
        state: 'succeeded',
        nextActionAt: null,
        finishedAt: new Date(Date.now() - 1_000),
        resultMediaId: media.id,
      },
    });
    return { actor, id };
  }

  const deletions = {
    'a look': ({ actor, id }: { actor: Actor; id: string }) => deleteTryOn(actor, id),
    'all looks': ({ actor }: { actor: Actor }) => deleteAllLooks(actor, new Date()),
  };

  it.each(Object.entries(deletions))(
    'may reach for her try-ons while %s is deleted',
    async (_, deletes) => {
      const person = await personWithLook();
      const { userId } = person.actor;
      await holdThenReach(
        userId,
        () => deletes(person),
        (tx) => tx.tryOn.updateMany({ where: { userId }, data: { favouriteAt: null } }),
      );
      expect(await db().tryOn.findUniqueOrThrow({ where: { id: person.id } })).toMatchObject({
        deletedAt: expect.any(Date),
      });
    },
  );

  it('may reach for her links while one of them is opened', async () => {
    const actor = await makePerson();
    const { userId } = actor;
    const { id } = await db().accountToken.create({
      data: {
        kind: 'email',
        userId,
        email: `${randomUUID()}@example.org`,
        tokenHash: randomUUID(),
        expiresAt: new Date(Date.now() + 60_000),
      },
    });
    const token = (await drawToken(db(), id)) ?? '';
    await holdThenReach(
      userId,
      () => confirmEmail(actor, { userId: actor.userId, epoch: 0, signedInAt: 0 }, token),
      (tx) => tx.accountToken.updateMany({ where: { userId }, data: { kind: 'email' } }),
    );
  });
});
