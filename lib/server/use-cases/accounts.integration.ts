import { randomUUID } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { findActor, lockUser } from '#lib/server/repositories/users.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { checkPassword } from './check-password.ts';
import { keepGuestsThings } from './keep-guests-things.ts';
import { listTryOns } from './list-try-ons.ts';
import { registerAccount } from './register-account.ts';
import { startGuest } from './start-guest.ts';
import { submitTryOn } from './submit-try-on.ts';
import { suspendPerson } from './suspend-person.ts';

afterAll(disconnect);

const newAccount = () => ({
  name: 'Robin',
  email: `${randomUUID()}@example.org`,
  password: 'a long enough secret',
});

/** Where no mail is sent, so that it is made at once. */
async function register(actor: Actor | null, body: ReturnType<typeof newAccount>): Promise<Actor> {
  const answer = await registerAccount(actor, body, randomUUID());
  if (answer.kind !== 'made') throw new Error('It was not made at once.');
  return answer.made.account;
}

async function guestWithTryOn() {
  const guest = await startGuest(null);
  const { id: photoId } = await makePhoto(guest);
  const { slug } = await makeGarment();
  const subject = { kind: 'photo' as const, photoId };
  const tryOn = await submitTryOn(guest, { garment: slug, subject }, randomUUID());
  return { guest, tryOnId: tryOn.id };
}

const idsOf = async (actor: Parameters<typeof listTryOns>[0]) =>
  (await listTryOns(actor, { limit: 10 })).items.map(({ id }) => id);

describe('a guest', () => {
  it('is made once, and stays the same person', async () => {
    const guest = await startGuest(null);
    expect(guest).toMatchObject({ isGuest: true, role: 'SHOPPER' });
    expect(await startGuest(guest)).toBe(guest);
  });

  it('becomes an account in place, with all that is theirs', async () => {
    const { guest, tryOnId } = await guestWithTryOn();
    const account = await register(guest, newAccount());
    expect(account).toMatchObject({ userId: guest.userId, isGuest: false });
    expect(await idsOf(account)).toEqual([tryOnId]);
  });

  it('who signs in to an account takes everything along, pictures too', async () => {
    const { guest, tryOnId } = await guestWithTryOn();
    const account = await makePerson();
    await keepGuestsThings(guest.userId, account.userId);
    expect(await idsOf(account)).toEqual([tryOnId]);
    expect(await db().media.count({ where: { ownerId: account.userId } })).toBe(2);
    expect(await findActor(db(), { userId: guest.userId, epoch: 0 })).toBeNull();
  });

  it('loses nothing that is asked for while signing in', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { guest } = await guestWithTryOn();
      const account = await makePerson();
      const { slug } = await makeGarment();
      const photo = await makePhoto(guest);
      const subject = { kind: 'photo' as const, photoId: photo.id };
      const asked = submitTryOn(guest, { garment: slug, subject }, randomUUID()).then(
        ({ id }) => id,
        () => null,
      );
      const [id] = await Promise.all([asked, keepGuestsThings(guest.userId, account.userId)]);
      // Either it was refused, or it is there.
      if (id) expect(await idsOf(account)).toContain(id);
    }
  });

  it('sheds no suspension by signing in', async () => {
    const { guest, tryOnId } = await guestWithTryOn();
    const account = await makePerson();
    await suspendPerson(await makePerson({ role: 'ADMIN' }), guest.userId, 'Why');
    await keepGuestsThings(guest.userId, account.userId);
    expect(await idsOf(account)).toEqual([]);
    expect(await db().tryOn.findUnique({ where: { id: tryOnId } })).toMatchObject({
      userId: guest.userId,
    });
  });

  it('is the only one whose things move: an account’s stay its own', async () => {
    const first = await makePerson();
    const second = await makePerson();
    await makePhoto(first);
    await keepGuestsThings(first.userId, second.userId);
    expect(await db().photo.count({ where: { userId: first.userId } })).toBe(1);
  });
});

describe('an account', () => {
  it('may be referred to while its row is held', async () => {
    const account = await makePerson();
    await db().$transaction(async (tx) => {
      await lockUser(tx, account.userId);
      // Elsewhere, not in this transaction.
      await db().consent.create({ data: { userId: account.userId, version: '1', text: 'Yes.' } });
    });
    expect(await db().consent.count({ where: { userId: account.userId } })).toBe(1);
  });

  it('can be removed with all that hangs on it', async () => {
    const { guest } = await guestWithTryOn();
    await db().user.delete({ where: { id: guest.userId } });
    expect(await db().tryOn.count({ where: { userId: guest.userId } })).toBe(0);
  });

  it('opens with its password and with no other', async () => {
    const given = newAccount();
    const account = await register(null, given);
    expect(await checkPassword(given, 'here')).toEqual({
      kind: 'right',
      id: account.userId,
      sessionEpoch: 0,
    });
    const wrong = { kind: 'wrong' };
    expect(await checkPassword({ ...given, password: 'another secret' }, 'here')).toEqual(wrong);
    expect(await checkPassword({ ...given, email: 'nobody@example.org' }, 'here')).toEqual(wrong);
    expect(await checkPassword({}, 'here')).toEqual(wrong);
  });

  it('has its address to itself', async () => {
    const given = newAccount();
    await register(null, given);
    await expect(register(null, given)).rejects.toMatchObject({ code: 'email_taken' });
  });

  it('that is suspended is nobody, at once', async () => {
    const given = newAccount();
    const account = await register(null, given);
    await db().user.update({ where: { id: account.userId }, data: { suspendedAt: new Date() } });
    expect(await findActor(db(), { userId: account.userId, epoch: 0 })).toBeNull();
    expect(await checkPassword(given, 'here')).toEqual({ kind: 'suspended' });
    const guess = { ...given, password: 'another secret' };
    expect(await checkPassword(guess, 'here')).toEqual({ kind: 'wrong' });
  });
});
