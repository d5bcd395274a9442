import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dayOf } from '#lib/domain/figure-days.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { closeBoss } from '#lib/server/background/boss.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { advanceUntilFinal } from '#lib/server/testing/until-final.ts';
import { appealBlock } from './appeal-block.ts';
import { decideCase } from './decide-case.ts';
import { deleteAllLooks } from './delete-all-looks.ts';
import { deleteTryOn } from './delete-try-on.ts';
import { getTryOn } from './get-try-on.ts';
import { giveFeedback } from './give-feedback.ts';
import { submitTryOn } from './submit-try-on.ts';

const provider = await startTestProvider();
afterAll(async () => {
  await closeBoss(1_000);
  await disconnect();
});
// What waits in the queue would be sent first, and take the next test's fault.
afterEach(() => db().tryOn.deleteMany({ where: { state: 'queued' } }));

let shopper: Actor;
let admin: Actor;
let garment: { id: string; slug: string; shopId: string };
beforeEach(async () => {
  shopper = await makePerson();
  admin = await makePerson({ role: 'ADMIN', name: 'Ada' });
  garment = await makeGarment();
});

async function endsIn(fault: string | null, now?: Date): Promise<string> {
  const { id: photoId } = await makePhoto(shopper);
  if (fault) await provider.script({ submit: [{ fault }] });
  const body = { garment: garment.slug, subject: { kind: 'photo' as const, photoId } };
  const { id } = await submitTryOn(shopper, body, randomUUID(), now);
  await advanceUntilFinal(id);
  return id;
}

const caseOf = (id: string) => db().reviewCase.findUniqueOrThrow({ where: { tryOnId: id } });
async function viewOf(id: string) {
  const { view } = await getTryOn(shopper, id);
  if (!view) throw new Error('The try-on is there.');
  return view;
}

describe('an appeal', () => {
  it('is found under the appeals, and its answer reaches the shopper', async () => {
    const id = await endsIn('blocked');
    const { version } = await appealBlock(shopper, id, 'It is a jumper.');
    expect(await caseOf(id)).toMatchObject({ status: 'OPEN', appeal: 'OPEN' });
    expect((await caseOf(id)).searchText).toContain('jumper');

    const { retryId } = await decideCase(admin, id, {
      kind: 'overturn',
      version: (await caseOf(id)).version,
      reason: 'So it is.',
    });
    const view = await viewOf(id);
    expect(view).toMatchObject({
      state: 'blocked',
      appeal: { state: 'OVERTURNED', answer: 'So it is.', retry: retryId },
    });
    // Whoever watches it is told.
    expect(view.version).toBeGreaterThan(version);
  });

  it('opens a case again that was closed', async () => {
    const id = await endsIn('blocked');
    const { version } = await caseOf(id);
    await decideCase(admin, id, { kind: 'resolve', version, resolution: 'nothing_to_do' });
    await appealBlock(shopper, id, 'Please look again.');
    expect(await caseOf(id)).toMatchObject({ status: 'OPEN', resolution: null, appeal: 'OPEN' });
  });

  it('is made once, also when it is sent twice at the same time', async () => {
    const id = await endsIn('blocked');
    const answers = await Promise.allSettled([
      appealBlock(shopper, id, 'One'),
      appealBlock(shopper, id, 'Two'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(appealBlock(shopper, id, 'Three')).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is only the owner’s, and only against a block', async () => {
    const blocked = await endsIn('blocked');
    await expect(appealBlock(await makePerson(), blocked, 'Mine')).rejects.toMatchObject({
      code: 'not_found',
    });
    const crashed = await endsIn('crashed');
    await expect(appealBlock(shopper, crashed, 'Why')).rejects.toMatchObject({ code: 'conflict' });
  });

  it('goes with its try-on, and nobody waits for an answer any more', async () => {
    const one = await endsIn('blocked');
    await appealBlock(shopper, one, 'Zeppelin');
    await deleteTryOn(shopper, one);
    expect(await db().appeal.count({ where: { tryOnId: one } })).toBe(0);
    const reviewCase = await caseOf(one);
    expect(reviewCase.appeal).toBeNull();
    expect(reviewCase.searchText).not.toContain('zeppelin');

    const two = await endsIn('blocked');
    await appealBlock(shopper, two, 'Another');
    await deleteAllLooks(shopper, new Date());
    expect(await db().appeal.count({ where: { tryOnId: two } })).toBe(0);
  });
});

describe('a complaint', () => {
  const complaints = async (day: Date) => {
    const where = { garmentId: garment.id, days: 1, start: new Date(dayOf(day)) };
    const [span, shop] = await Promise.all([
      db().garmentSpan.findFirst({ where }),
      db().shopDay.findFirst({ where: { shopId: garment.shopId, day: new Date(dayOf(day)) } }),
    ]);
    return [span?.complaints ?? 0, shop?.complaints ?? 0];
  };

  it('opens a case, and counts once a look on the day that it was asked for', async () => {
    const asked = new Date(Date.now() - 2 * 86_400_000);
    const id = await endsIn(null, asked);
    const before = await viewOf(id);
    expect(before).toMatchObject({ reported: false });
    const view = await giveFeedback(shopper, id, { kind: 'changed_body', text: 'Thinner.' });
    expect(view).toMatchObject({ state: 'succeeded', reported: true });
    expect(view.version).toBeGreaterThan(before.version);
    await giveFeedback(shopper, id, { kind: 'face_changed' });
    await giveFeedback(shopper, id, { kind: 'changed_body', text: 'Much thinner.' });
    expect(await caseOf(id)).toMatchObject({
      status: 'OPEN',
      cause: 'reported',
      errorClass: null,
      reports: 2,
      searchText: expect.stringContaining('much thinner'),
    });
    expect(await complaints(asked)).toEqual([1, 1]);
    expect(await complaints(new Date())).toEqual([0, 0]);
    const spans = {
      where: { garmentId: garment.id, complaints: 1 },
      orderBy: { days: 'asc' },
    } as const;
    expect((await db().garmentSpan.findMany(spans)).map(({ days }) => days)).toEqual([1, 3, 9, 27]);
  });

  it('adds to a case that there is, and opens it again', async () => {
    const id = await endsIn(null);
    await giveFeedback(shopper, id, { kind: 'other' });
    const { version } = await caseOf(id);
    await decideCase(admin, id, { kind: 'resolve', version, resolution: 'put_right' });
    await giveFeedback(shopper, id, { kind: 'wrong_garment' });
    const again = await caseOf(id);
    expect(again).toMatchObject({ status: 'OPEN', resolution: null, reports: 2 });
    // Other words for the same must not be thanked for and read by nobody.
    await decideCase(admin, id, {
      kind: 'resolve',
      version: again.version,
      resolution: 'put_right',
    });
    await giveFeedback(shopper, id, { kind: 'other', text: 'The sleeve is gone.' });
    expect(await caseOf(id)).toMatchObject({ status: 'OPEN', reports: 2 });
  });

  it('is only the owner’s, and only of a look', async () => {
    const look = await endsIn(null);
    await expect(giveFeedback(await makePerson(), look, { kind: 'other' })).rejects.toMatchObject({
      code: 'not_found',
    });
    const none = await endsIn('crashed');
    await expect(giveFeedback(shopper, none, { kind: 'other' })).rejects.toMatchObject({
      code: 'conflict',
    });
  });

  it('goes with its look, and stays in the figures', async () => {
    const id = await endsIn(null);
    await giveFeedback(shopper, id, { kind: 'other', text: 'Ukulele' });
    await deleteTryOn(shopper, id);
    expect(await db().feedback.count({ where: { tryOnId: id } })).toBe(0);
    expect((await caseOf(id)).searchText).not.toContain('ukulele');
    expect(await complaints(new Date())).toEqual([1, 1]);
    await expect(giveFeedback(shopper, id, { kind: 'other' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
