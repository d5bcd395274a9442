import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { peopleQuery } from '#lib/contracts/people.ts';
import { dailyAllowance } from '#lib/domain/allowance.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { suspend } from '#lib/server/repositories/suspensions.ts';
import { findActor } from '#lib/server/repositories/users.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { makeGarment, makePerson, makePhoto, makeShop } from '#lib/server/testing/shop-floor.ts';
import { advanceUntilFinal } from '#lib/server/testing/until-final.ts';
import { untilOneWaits } from '#lib/server/testing/until-one-waits.ts';
import { getPerson } from './get-person.ts';
import { liftSuspension } from './lift-suspension.ts';
import { listPeople } from './list-people.ts';
import { measureAllowance } from './measure-allowance.ts';
import { setPersonAllowance } from './set-person-allowance.ts';
import { setRole } from './set-role.ts';
import { submitTryOn } from './submit-try-on.ts';
import { suspendPerson } from './suspend-person.ts';

const provider = await startTestProvider();
afterAll(disconnect);

let admin: Actor;
let person: Actor;
beforeEach(async () => {
  admin = await makePerson({ role: 'ADMIN' });
  person = await makePerson({ name: `Ana ${randomUUID()}` });
});

const entriesOf = (subjectId: string) =>
  db().auditEntry.findMany({ where: { subjectId }, orderBy: { id: 'asc' } });
const found = async (query: object) =>
  (await listPeople(admin, peopleQuery.parse(query))).items.map(({ id }) => id);

describe('the list of people', () => {
  it('is searched by name, mail address and id', async () => {
    for (const search of [person.name, person.email, person.userId]) {
      expect(await found({ search })).toEqual([person.userId]);
    }
    expect(await found({ search: '%' })).not.toContain(person.userId);
  });

  it('leaves guests out until they are asked for, and tells whoever is suspended', async () => {
    const guest = await makePerson({ isGuest: true, email: null, name: null });
    expect(await found({ search: guest.userId })).toEqual([]);
    expect(await found({ search: guest.userId, show: 'guests' })).toEqual([guest.userId]);
    expect(await found({ search: person.userId, show: 'suspended' })).toEqual([]);
    await suspendPerson(admin, person.userId, 'Sold photos of others');
    expect(await found({ search: person.userId, show: 'suspended' })).toEqual([person.userId]);
    expect(await found({ search: person.userId, role: 'ADMIN' })).toEqual([]);
  });

  it('goes on page by page', async () => {
    await makePerson({ name: person.name });
    const query = { search: person.name, limit: 1 };
    const first = await listPeople(admin, peopleQuery.parse(query));
    expect(first.items[0]?.id).not.toBe(person.userId);
    expect(await found({ ...query, cursor: first.nextCursor })).toEqual([person.userId]);
  });
});

describe('one person', () => {
  it('is told by what she did, and never by a picture', async () => {
    const shop = await makeShop(person);
    const { slug } = await makeGarment();
    const { id: photoId } = await makePhoto(person);
    await provider.script({ submit: ['ok', { fault: 'blocked' }] });
    for (const _ of [1, 2]) {
      const subject = { kind: 'photo' as const, photoId };
      const { id } = await submitTryOn(person, { garment: slug, subject }, randomUUID());
      await advanceUntilFinal(id);
    }
    const view = await getPerson(admin, person.userId);
    expect(view).toMatchObject({ tryOns: 2, looks: 1, cases: 1, openCases: 1, suspendedAt: null });
    expect(view.shops).toEqual([{ slug: shop.slug, name: shop.name, role: 'OWNER' }]);
    expect(JSON.stringify(view)).not.toContain(photoId);
  });

  it('has an allowance of her own until it is taken back', async () => {
    const measured = async () => {
      const actor = (await findActor(db(), { userId: person.userId, epoch: 0 })) ?? person;
      return measureAllowance(db(), actor, dailyAllowance, new Date());
    };
    const aDay = async () => (await measured()).aDay;
    expect(await aDay()).toBe(dailyAllowance.account);
    await setPersonAllowance(admin, person.userId, 3);
    expect(await aDay()).toBe(3);
    await setPersonAllowance(admin, person.userId, 0);
    expect(await measured()).toEqual({
      aDay: 0,
      left: 0,
      againAt: null,
    });
    await setPersonAllowance(admin, person.userId, null);
    expect(await aDay()).toBe(dailyAllowance.account);
    expect((await entriesOf(person.userId)).map(({ detail }) => detail)).toEqual([
      { to: 3 },
      { from: 3, to: 0 },
      { from: 0 },
    ]);
  });
});

describe('a role', () => {
  it('holds from the next request on, and is written down', async () => {
    const session = { userId: person.userId, epoch: 0 };
    expect(await findActor(db(), session)).toMatchObject({ role: 'SHOPPER' });
    await setRole(admin, person.userId, 'MERCHANT');
    expect(await findActor(db(), session)).toMatchObject({ role: 'MERCHANT' });
    expect(await entriesOf(person.userId)).toMatchObject([
      { action: 'person.role', actorId: admin.userId, detail: { from: 'SHOPPER', to: 'MERCHANT' } },
    ]);
  });

  it('is nobody’s own to change, and no guest’s or suspended person’s to get', async () => {
    const guest = await makePerson({ isGuest: true });
    await suspendPerson(admin, person.userId, 'Why');
    for (const id of [admin.userId, guest.userId, person.userId]) {
      await expect(setRole(admin, id, 'MERCHANT')).rejects.toMatchObject({ code: 'conflict' });
    }
    await liftSuspension(admin, person.userId);
    await setRole(admin, person.userId, 'MERCHANT');
  });

  it('is not given to somebody who is being suspended', async () => {
    let given: Promise<unknown> | undefined;
    await db().$transaction(async (tx) => {
      const by = { personId: person.userId, actorId: admin.userId, reason: 'Why' };
      await suspend(tx, by, new Date());
      given = setRole(admin, person.userId, 'ADMIN').catch((error: unknown) => error);
      await untilOneWaits(tx);
    });
    expect(await given).toMatchObject({ code: 'conflict' });
    expect(await db().user.findUnique({ where: { id: person.userId } })).toMatchObject({
      role: 'SHOPPER',
    });
  });

  it('leaves an admin when two demote each other at once', async () => {
    const other = await makePerson({ role: 'ADMIN' });
    const both = await Promise.allSettled([
      setRole(admin, other.userId, 'SHOPPER'),
      setRole(other, admin.userId, 'SHOPPER'),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = await db().user.count({
      where: { id: { in: [admin.userId, other.userId] }, role: 'ADMIN' },
    });
    expect(left).toBe(1);
  });
});

it('all of that is for admins only', async () => {
  for (const act of [
    () => listPeople(person, peopleQuery.parse({})),
    () => getPerson(person, person.userId),
    () => setRole(person, admin.userId, 'SHOPPER'),
    () => setPersonAllowance(person, person.userId, 1000),
    () => suspendPerson(person, admin.userId, 'Why'),
    () => liftSuspension(person, person.userId),
  ]) {
    await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
  }
});
