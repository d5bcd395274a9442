import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ALLOWANCE_WINDOW_MS, dailyAllowance } from '#lib/domain/allowance.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { cancelTryOn } from './cancel-try-on.ts';
import { submitTryOn } from './submit-try-on.ts';
import { summariseLooks } from './summarise-looks.ts';

afterAll(disconnect);

let shopper: Actor;
let photoId: string;
let slug: string;
beforeAll(async () => {
  shopper = await makePerson();
  photoId = (await makePhoto(shopper)).id;
  slug = (await makeGarment()).slug;
});

const allowanceOf = async (actor: Actor, now?: Date) =>
  (await summariseLooks(actor, { now })).allowance;

const body = () => ({ garment: slug, subject: { kind: 'photo' as const, photoId } });

describe('asking for a try-on', () => {
  it('is answered with the same one for the same key, also a hundred times at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => submitTryOn(shopper, body(), 'one-key-for-all')),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    const id = answers[0]?.id ?? '';
    expect(await db().usageEntry.count({ where: { tryOnId: id } })).toBe(1);
  });

  it('gives the last place of an allowance to one key, however often it is sent at once', async () => {
    const guest = await makePerson({ isGuest: true, email: null });
    const photo = await makePhoto(guest);
    const own = { garment: slug, subject: { kind: 'photo' as const, photoId: photo.id } };
    for (let i = 1; i < dailyAllowance.guest; i += 1) await submitTryOn(guest, own, `before-${i}`);
    const rung: string[] = [];
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        submitTryOn(guest, own, 'the-last-place', new Date(), () => rung.push('sent')),
      ),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(rung, 'each rings while it waits: the first may have been in vain').toHaveLength(4);
    await expect(submitTryOn(guest, own, 'one-too-many')).rejects.toMatchObject({
      code: 'allowance_used',
    });
  });

  it('rings again for a repeated key as long as it waits, and not after', async () => {
    let rings = 0;
    const submit = () =>
      submitTryOn(shopper, body(), 'rung-again', new Date(), () => {
        rings += 1;
      });
    const { id } = await submit();
    await submit();
    expect(rings).toBe(2);
    await cancelTryOn(shopper, id);
    await submit();
    expect(rings).toBe(2);
  });

  it('counts on the day by which it was let in, however long it took', async () => {
    const justBefore = new Date(Date.now() - 90_000);
    const { id } = await submitTryOn(shopper, body(), 'over-midnight', justBefore);
    const [entry] = await db().usageEntry.findMany({ where: { tryOnId: id } });
    expect(entry?.at).toEqual(justBefore);
  });

  it('draws a seed that can be told', async () => {
    const { id } = await submitTryOn(shopper, body(), 'seed-of-its-own');
    const { seed } = await db().tryOn.findUniqueOrThrow({ where: { id } });
    expect(seed).toBeGreaterThanOrEqual(0n);
  });

  it('does not know other people’s photos', async () => {
    const other = await makePerson();
    await expect(submitTryOn(other, body(), 'not-my-photo')).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('does not know garments that are not published', async () => {
    const draft = await makeGarment();
    await db().garment.update({ where: { id: draft.id }, data: { status: 'DRAFT' } });
    await expect(
      submitTryOn(shopper, { ...body(), garment: draft.slug }, 'a-draft-garment'),
    ).rejects.toMatchObject({ code: 'not_found' });
  });

  it('stops at the allowance of a guest, also when all are asked at once', async () => {
    const guest = await makePerson({ isGuest: true, email: null });
    const photo = await makePhoto(guest);
    const start = Date.now();
    const asked = await Promise.allSettled(
      Array.from({ length: dailyAllowance.guest + 5 }, (_, i) =>
        submitTryOn(
          guest,
          { garment: slug, subject: { kind: 'photo', photoId: photo.id } },
          `guest-key-${i}`,
          // No two at the same time: the window is to let go of one alone.
          new Date(start - i),
        ),
      ),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(dailyAllowance.guest);
    const refusals = asked.filter((one) => one.status === 'rejected');
    for (const { reason } of refusals) expect(reason).toMatchObject({ code: 'allowance_used' });

    // The first of them is the first to leave the day behind it.
    const first = await db().usageEntry.findFirstOrThrow({
      where: { userId: guest.userId },
      orderBy: { at: 'asc' },
    });
    const againAt = new Date(first.at.getTime() + ALLOWANCE_WINDOW_MS);
    const aDay = dailyAllowance.guest;
    expect(await allowanceOf(guest)).toEqual({
      of: 'person',
      aDay,
      left: 0,
      againAt: againAt.toISOString(),
    });
    expect(await allowanceOf(guest, againAt)).toMatchObject({ left: 1, againAt: null });
  });

  it('counts what is left, and what was called off is left again', async () => {
    const guest = await makePerson({ isGuest: true, email: null });
    const { id: photoId } = await makePhoto(guest);
    const aDay = dailyAllowance.guest;
    expect(await allowanceOf(guest)).toEqual({ of: 'person', aDay, left: aDay, againAt: null });
    const subject = { kind: 'photo', photoId } as const;
    const { id } = await submitTryOn(guest, { garment: slug, subject }, 'counted-once');
    expect(await allowanceOf(guest)).toEqual({ of: 'person', aDay, left: aDay - 1, againAt: null });
    await cancelTryOn(guest, id);
    expect(await allowanceOf(guest)).toEqual({ of: 'person', aDay, left: aDay, againAt: null });
  });

  it('lets nobody ask sooner for having moved more to an account than it allows', async () => {
    const shopper = await makePerson();
    const { id: photoId } = await makePhoto(shopper);
    const subject = { kind: 'photo', photoId } as const;
    for (let index = 0; index < dailyAllowance.guest + 2; index += 1) {
      await submitTryOn(shopper, { garment: slug, subject }, `moved-${index}`);
    }
    const { at: third } = await db().usageEntry.findFirstOrThrow({
      where: { userId: shopper.userId },
      orderBy: { at: 'asc' },
      skip: 2,
    });
    // The same book with a smaller allowance.
    const smaller = { ...shopper, isGuest: true };
    const { againAt } = await allowanceOf(smaller);
    expect(againAt).toBe(new Date(third.getTime() + ALLOWANCE_WINDOW_MS).toISOString());
  });
});
