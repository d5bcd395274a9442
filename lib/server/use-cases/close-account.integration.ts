import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/auth/actor.ts';
import { hashPassword } from '#lib/server/auth/password.ts';
import { nowInSeconds } from '#lib/server/auth/session-cookie.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { findActor } from '#lib/server/repositories/users.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { makeGarment, makePerson, makePhoto, makeShop } from '#lib/server/testing/shop-floor.ts';
import { makeStubborn } from '#lib/server/testing/stubborn-storage.ts';
import { advanceUntilFinal } from '#lib/server/testing/until-final.ts';
import { addFavourite } from './add-favourite.ts';
import { closeAccount } from './close-account.ts';
import { getOwnData } from './get-own-data.ts';
import { getReceipt } from './get-receipt.ts';
import { giveFeedback } from './give-feedback.ts';
import { submitTryOn } from './submit-try-on.ts';
import { sweepMedia } from './sweep-media.ts';

await startTestProvider();
afterAll(disconnect);

let slug: string;
beforeAll(async () => {
  slug = (await makeGarment()).slug;
});

const JUST_NOW = { userId: '', epoch: 0, signedInAt: nowInSeconds() };
const PASSWORD = 'a long enough password';

async function makeAccount(role: Actor['role'] = 'SHOPPER') {
  const actor = await makePerson({ role });
  await db().user.update({
    where: { id: actor.userId },
    data: {
      passwordHash: await hashPassword(PASSWORD),
      measurements: { chest: 96 },
      image: 'https://example.org/me.jpg',
      accounts: {
        create: { type: 'oauth', provider: 'github', providerAccountId: randomUUID() },
      },
      accountTokens: {
        create: {
          kind: 'reset',
          tokenHash: randomUUID(),
          email: actor.email ?? '',
          expiresAt: new Date(Date.now() + 60_000),
        },
      },
    },
  });
  const expires = new Date(Date.now() + 60_000);
  await db().verificationToken.create({
    data: { identifier: actor.email ?? '', token: randomUUID(), expires },
  });
  await db().shopInvitation.create({
    data: {
      shopId: (await makeShop()).id,
      email: actor.email ?? '',
      role: 'VIEWER',
      tokenHash: randomUUID(),
      expiresAt: expires,
    },
  });
  return actor;
}

/** Of the first session, which is open until something ends it. */
const sessionOf = (userId: string) => findActor(db(), { userId, epoch: 0 });

async function makeLook(actor: Actor) {
  const { id: photoId } = await makePhoto(actor);
  const subject = { kind: 'photo' as const, photoId };
  const { id } = await submitTryOn(actor, { garment: slug, subject }, randomUUID());
  await advanceUntilFinal(id);
  return id;
}

const keysOf = async (ownerId: string) =>
  (await db().media.findMany({ where: { ownerId } })).map(({ storageKey }) => storageKey);

describe('closing an account', () => {
  it('leaves an id for the consent and the books, and nothing else of the person', async () => {
    const actor = await makeAccount();
    const { userId, email } = actor;
    const look = await makeLook(actor);
    await giveFeedback(actor, look, { kind: 'other', text: 'my left shoulder is gone' });
    await addFavourite(actor, slug);
    await db().tryOn.update({ where: { id: look }, data: { providerText: 'a shy elbow' } });
    const { id: caseId } = await db().reviewCase.findUniqueOrThrow({ where: { tryOnId: look } });
    await db().caseNote.create({ data: { caseId, text: 'I know her left knee' } });
    await db().shareLink.create({
      data: { tryOnId: look, userId, tokenHash: randomUUID(), expiresAt: new Date() },
    });
    const keys = await keysOf(userId);
    expect(keys).toHaveLength(3);

    const { erasure } = await closeAccount(actor, { currentPassword: PASSWORD }, JUST_NOW);
    for (const key of keys) expect(await storage().head(key)).toBeNull();
    expect(await getReceipt(erasure)).toMatchObject({
      cause: 'closing',
      pictures: 3,
      state: { kind: 'done' },
    });

    const stub = await db().user.findUniqueOrThrow({
      where: { id: userId },
      include: {
        accounts: true,
        accountTokens: true,
        favourites: true,
        bag: true,
        shareLinks: true,
        memberships: true,
        consents: true,
        media: true,
        photos: true,
        tryOns: { include: { feedback: true, reviewCase: { include: { notes: true } } } },
        usage: true,
      },
    });
    expect(stub).toMatchObject({
      closedAt: expect.any(Date),
      name: null,
      email: null,
      image: null,
      passwordHash: null,
      measurements: null,
      sessionEpoch: 1,
      accounts: [],
      accountTokens: [],
      favourites: [],
      bag: [],
      shareLinks: [],
      memberships: [],
      media: [],
      consents: [{ withdrawnAt: null }],
      photos: [{ mediaId: null, inputMediaId: null }],
      tryOns: [
        {
          id: look,
          resultMediaId: null,
          feedback: [],
          providerText: null,
          reviewCase: { notes: [] },
        },
      ],
    });
    expect(stub.usage.map(({ kind }) => kind).sort()).toEqual(['CHARGE', 'RESERVE']);
    expect(stub.tryOns[0]?.reviewCase?.searchText).not.toMatch(/shoulder|elbow|knee/);
    // Every session of it is worth nothing.
    for (const epoch of [0, stub.sessionEpoch]) {
      expect(await findActor(db(), { userId, epoch })).toBeNull();
    }
    // In no column of any table does the address stand any more.
    const tables = await db().$queryRaw<{ name: string }[]>`
      SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE'`;
    for (const { name } of tables) {
      const found = await db().$queryRawUnsafe<{ count: number }[]>(
        `SELECT count(*)::int AS count FROM "${name}" row WHERE row::text ILIKE $1`,
        `%${email}%`,
      );
      expect([name, found[0]?.count]).toEqual([name, 0]);
    }
    await expect(
      closeAccount(actor, { currentPassword: PASSWORD }, JUST_NOW),
    ).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('is done for the person while the storage is away, and proved when that is back', async () => {
    const actor = await makePerson();
    await makePhoto(actor);
    const keys = await keysOf(actor.userId);
    const trouble = makeStubborn('fails');
    const { erasure } = await closeAccount(actor, { email: actor.email ?? '' }, JUST_NOW);
    expect(await sessionOf(actor.userId)).toBeNull();
    expect(await getReceipt(erasure)).toMatchObject({ pictures: 2, state: { kind: 'open' } });
    trouble.heal();
    await sweepMedia(new Date(Date.now() + 2 * 3_600_000));
    expect(await getReceipt(erasure)).toMatchObject({ pictures: 2, state: { kind: 'done' } });
    for (const key of keys) expect(await storage().head(key)).toBeNull();
  });

  it('takes the password of whoever has one, and the address of whoever has none', async () => {
    const actor = await makeAccount();
    for (const body of [{}, { currentPassword: 'wrong' }, { email: actor.email ?? '' }]) {
      await expect(closeAccount(actor, body, JUST_NOW)).rejects.toMatchObject({
        code: 'wrong_credentials',
        fields: { currentPassword: expect.any(String) },
      });
    }
    const oauth = await makePerson();
    for (const body of [{}, { email: 'else@example.org' }]) {
      await expect(closeAccount(oauth, body, JUST_NOW)).rejects.toMatchObject({
        fields: { email: expect.any(String) },
      });
    }
    const long = { ...JUST_NOW, signedInAt: nowInSeconds() - 3_600 };
    await expect(closeAccount(oauth, { email: oauth.email ?? '' }, long)).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await sessionOf(oauth.userId)).not.toBeNull();
    await closeAccount(oauth, { email: ` ${oauth.email?.toUpperCase()}` }, JUST_NOW);
    expect(await sessionOf(oauth.userId)).toBeNull();
  });

  it('asks a guest for nothing, and leaves no row where nothing refers to it', async () => {
    const guest = await makePerson({ isGuest: true, email: null, name: null });
    const { erasure } = await closeAccount(guest, {}, JUST_NOW);
    expect(await db().user.findUnique({ where: { id: guest.userId } })).toBeNull();
    expect(await getReceipt(erasure)).toMatchObject({ pictures: 0, state: { kind: 'done' } });

    const withPhoto = await makePerson({ isGuest: true, email: null, name: null });
    await makePhoto(withPhoto);
    await closeAccount(withPhoto, {}, JUST_NOW);
    const stub = await db().user.findUniqueOrThrow({ where: { id: withPhoto.userId } });
    expect(stub).toMatchObject({ isGuest: false, closedAt: expect.any(Date) });
  });

  it('is refused to the only owner of a shop, by name, until there is another', async () => {
    const owner = await makeAccount('MERCHANT');
    const shop = await makeShop(owner);
    await expect(closeAccount(owner, { currentPassword: PASSWORD }, JUST_NOW)).rejects.toThrow(
      shop.name,
    );
    expect(await sessionOf(owner.userId)).not.toBeNull();
    const other = await makePerson({ role: 'MERCHANT' });
    await db().shopMember.create({
      data: { shopId: shop.id, userId: other.userId, role: 'OWNER' },
    });
    await closeAccount(owner, { currentPassword: PASSWORD }, JUST_NOW);
    expect(await db().shopMember.findMany({ where: { shopId: shop.id } })).toMatchObject([
      { userId: other.userId },
    ]);
  });

  it('is refused to the last admin, also when two go at once', async () => {
    await db().user.updateMany({ where: { role: 'ADMIN' }, data: { role: 'SHOPPER' } });
    const [one, two] = [await makeAccount('ADMIN'), await makeAccount('ADMIN')];
    const results = await Promise.allSettled(
      [one, two].map((admin) => closeAccount(admin, { currentPassword: PASSWORD }, JUST_NOW)),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: 'conflict' });
    expect(await db().user.count({ where: { role: 'ADMIN' } })).toBe(1);
  });

  it('leaves nothing behind of try-ons and photos of the same moment', async () => {
    for (let round = 0; round < 6; round += 1) {
      const actor = await makePerson();
      const { id: photoId } = await makePhoto(actor);
      const subject = { kind: 'photo' as const, photoId };
      const others = [
        makePhoto(actor),
        submitTryOn(actor, { garment: slug, subject }, randomUUID()),
        makePhoto(actor),
        submitTryOn(actor, { garment: slug, subject }, randomUUID()),
      ];
      const [closed] = await Promise.allSettled([
        closeAccount(actor, { email: actor.email ?? '' }, JUST_NOW),
        ...others,
      ]);
      expect(closed.status).toBe('fulfilled');
      await Promise.allSettled(others);
      await sweepMedia(new Date(Date.now() + 3 * 3_600_000));
      expect(await keysOf(actor.userId)).toEqual([]);
      const open = { userId: actor.userId, deletedAt: null };
      expect(await db().photo.count({ where: open })).toBe(0);
      expect(await db().tryOn.count({ where: { ...open, state: { not: 'cancelled' } } })).toBe(0);
      const undone = await db().erasure.count({ where: { userId: actor.userId, doneAt: null } });
      expect(undone).toBe(0);
    }
    const { items } = await storage().list('photos/');
    for (const { key } of items) {
      expect(await db().media.count({ where: { storageKey: key } })).toBe(1);
    }
  });
});

describe('what people see of what is kept of them', () => {
  it('has photos and looks with their dates, the consent and the deletions', async () => {
    const actor = await makePerson();
    await makeLook(actor);
    const data = await getOwnData(actor);
    expect(data.photos).toHaveLength(1);
    expect(data.looks).toMatchObject({ count: 1 });
    const inDays = (instant: string | undefined) =>
      Math.round((Date.parse(instant ?? '') - Date.now()) / 86_400_000);
    expect(inDays(data.photos[0]?.keptUntil)).toBe(30);
    expect(inDays(data.looks?.last)).toBe(365);
    expect(data.consents).toMatchObject([{ withdrawnAt: null }]);
    expect(data).toMatchObject({ erasures: [], closing: { asks: 'email' }, guestDays: null });
    expect(await getReceipt(randomUUID())).toBeNull();
  });
});
