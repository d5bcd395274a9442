import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseQuery, readCaseQuery } from '#lib/domain/case-query.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { openCaseOf, refreshCaseSearch } from '#lib/server/repositories/review-cases.ts';
import {
  makeGarment,
  makeHouseModel,
  makePerson,
  makeShop,
} from '#lib/server/testing/shop-floor.ts';
import { countCases } from './count-cases.ts';
import { findCaseNeighbours } from './find-case-neighbours.ts';
import { getCase } from './get-case.ts';
import { getCaseOptions } from './get-case-options.ts';
import { groupCases } from './group-cases.ts';
import { listCases } from './list-cases.ts';
import { listViews } from './list-views.ts';
import { removeView } from './remove-view.ts';
import { renameView } from './rename-view.ts';
import { saveView } from './save-view.ts';

afterAll(disconnect);

let shopper: Actor;
let admin: Actor;
let shop: { id: string; slug: string };
let garment: { id: string; slug: string };
let houseModelId: string;
beforeAll(async () => {
  shopper = await makePerson({ name: 'Robin' });
  admin = await makePerson({ role: 'ADMIN', name: 'Ada' });
  shop = await makeShop();
  garment = await makeGarment({ shopId: shop.id });
  houseModelId = (await makeHouseModel()).id;
});

/** Only of the shop that these tests made: others fill the same database. */
const asked = (given: Partial<Record<keyof CaseQuery, string>> = {}) =>
  readCaseQuery({ shop: shop.slug, ...given });

async function makeCase(
  cause: 'failed' | 'blocked' | 'unknown',
  providerText: string | null,
  userId = shopper.userId,
) {
  const errorClass = {
    failed: 'provider_error',
    blocked: 'content_blocked',
    unknown: 'submit_unknown',
  }[cause];
  const image = await db().garmentImage.findFirstOrThrow({ where: { garmentId: garment.id } });
  const now = new Date();
  const tryOn = await db().tryOn.create({
    data: {
      userId,
      shopId: shop.id,
      garmentId: garment.id,
      garmentImageId: image.id,
      houseModelId,
      idempotencyKey: randomUUID(),
      category: 'UPPER_BODY',
      steps: 20,
      guidance: 2,
      seed: 1n,
      state: cause,
      requestId: randomUUID(),
      errorClass,
      providerText,
      nextActionAt: null,
      submittedAt: now,
      finishedAt: now,
    },
  });
  await openCaseOf(db(), {
    tryOnId: tryOn.id,
    shopId: shop.id,
    garmentId: garment.id,
    cause,
    errorClass,
    providerText,
  });
  return tryOn;
}

const idsOf = (list: { items: { tryOnId: string }[] }) => list.items.map(({ tryOnId }) => tryOnId);
const resolve = (tryOnId: string) =>
  db().reviewCase.update({ where: { tryOnId }, data: { status: 'RESOLVED' } });

describe('the queue', () => {
  it('is narrowed by all that the address says, and counts what its tabs would show', async () => {
    const failed = await makeCase('failed', 'Boom 17');
    const blocked = await makeCase('blocked', 'NSFW');
    await db().reviewCase.update({
      where: { tryOnId: blocked.id },
      data: { appeal: 'OPEN', assigneeId: admin.userId },
    });
    expect(idsOf(await listCases(admin, asked()))).toEqual([blocked.id, failed.id]);
    expect(idsOf(await listCases(admin, asked({ order: 'oldest' })))).toEqual([
      failed.id,
      blocked.id,
    ]);
    for (const [query, id] of [
      [asked({ cause: 'failed' }), failed.id],
      [asked({ appeal: 'open' }), blocked.id],
      [asked({ assignee: 'me' }), blocked.id],
      [asked({ assignee: 'nobody' }), failed.id],
      [asked({ errorClass: 'content_blocked' }), blocked.id],
      [asked({ garment: garment.slug, person: shopper.userId, cause: 'blocked' }), blocked.id],
    ] as const) {
      expect(idsOf(await listCases(admin, query))).toEqual([id]);
    }
    expect(idsOf(await listCases(admin, asked({ olderThanHours: '1' })))).toEqual([]);
    expect((await countCases(admin, asked({ cause: 'failed' }))).tabs).toMatchObject({
      ...{ open: 2, appeals: 1, failed: 1, blocked: 1, unknown: 0, mine: 1, nobody: 1 },
      resolved: 0,
    });
    const options = await getCaseOptions(admin, asked({ person: shopper.userId }));
    expect(options.people).toContainEqual({ id: shopper.userId, name: 'Robin' });
    expect(options.shops.map(({ slug }) => slug)).toContain(shop.slug);
    await resolve(failed.id);
    await resolve(blocked.id);
  });

  it('finds a pasted id also when its case is resolved, and says so', async () => {
    const { id, requestId } = await makeCase('unknown', null);
    expect((await listCases(admin, asked({ search: id }))).widened).toBe(false);
    await resolve(id);
    for (const search of [id, requestId ?? '', (requestId ?? '').toUpperCase()]) {
      const found = await listCases(admin, asked({ search, cause: 'failed' }));
      expect(idsOf(found)).toEqual([id]);
      expect(found.widened).toBe(true);
    }
  });

  it('is searched by several words, of which a percent sign is one', async () => {
    const { id } = await makeCase('failed', 'Only 100% of pixels');
    await makeCase('failed', 'Only 100 of pixels');
    await db().caseNote.create({
      data: {
        caseId: (await db().reviewCase.findUniqueOrThrow({ where: { tryOnId: id } })).id,
        authorId: admin.userId,
        text: 'Told the zebra',
      },
    });
    await refreshCaseSearch(db(), [id]);
    expect(idsOf(await listCases(admin, asked({ search: '100% PIXELS' })))).toEqual([id]);
    expect(idsOf(await listCases(admin, asked({ search: 'zebra boom' })))).toEqual([]);
    expect(idsOf(await listCases(admin, asked({ search: 'zebra' })))).toEqual([id]);
  });

  it('goes on behind the last of a page, and from case to case', async () => {
    const person = await makePerson();
    const made: string[] = [];
    for (let count = 0; count < 5; count += 1) {
      made.unshift((await makeCase('failed', `Page ${count}`, person.userId)).id);
    }
    const query = asked({ person: person.userId });
    const first = await listCases(admin, query, { limit: 2 });
    const second = await listCases(admin, query, { limit: 2, cursor: first.nextCursor ?? '' });
    const third = await listCases(admin, query, { limit: 2, cursor: second.nextCursor ?? '' });
    expect([first, second, third].flatMap(idsOf)).toEqual(made);
    expect(third.nextCursor).toBeNull();
    const [newest = '', next = '', middle = ''] = made;
    expect(await findCaseNeighbours(admin, newest, query)).toEqual({ previous: null, next });
    await resolve(next);
    // What is resolved has left the queue, and still leads on.
    expect(await findCaseNeighbours(admin, next, query)).toEqual({
      previous: newest,
      next: middle,
    });
  });

  it('is grouped by what the provider said, with its last days', async () => {
    const person = await makePerson();
    const words = ['Timeout after 31 s', 'Timeout after 48 s', 'Mail ada@example.org'];
    const made = [];
    for (const text of words) made.push(await makeCase('failed', text, person.userId));
    const yesterday = new Date(Date.now() - 86_400_000);
    await db().reviewCase.update({
      where: { tryOnId: made[0]?.id },
      data: { createdAt: yesterday },
    });
    const { items } = await groupCases(admin, asked({ person: person.userId }));
    expect(items.map(({ count, sample }) => [count, sample])).toEqual([
      [2, 'Timeout after 48 s'],
      [1, 'Mail [e-mail]'],
    ]);
    expect(items[0]).toMatchObject({
      errorClass: 'provider_error',
      firstAt: yesterday.toISOString(),
    });
    expect(items[0]?.days.slice(-2)).toEqual([1, 1]);
    const { signature } = items[0] ?? {};
    const inGroup = await listCases(admin, asked({ person: person.userId, signature }));
    expect(inGroup.items).toHaveLength(2);
  });

  it('tells all of one case in the order in which it happened', async () => {
    const { id } = await makeCase('failed', 'At https://a.example/x?sig=secret');
    await db().auditEntry.create({
      data: {
        actorId: admin.userId,
        action: 'case.resolve',
        subjectType: 'try-on',
        subjectId: id,
        detail: { resolution: 'put_right' },
      },
    });
    const detail = await getCase(admin, id);
    expect(detail).toMatchObject({
      providerText: 'At https://a.example/x?[…]',
      quota: 'reserved',
      pictures: { photo: false, look: false },
      person: { name: 'Robin' },
      told: { title: expect.stringContaining('went wrong') },
    });
    expect(detail.pictures.model).toContain('/api/media/');
    expect(detail.timeline.at(-1)).toMatchObject({ by: 'Ada', kind: 'case.resolve' });
    await expect(getCase(admin, randomUUID())).rejects.toMatchObject({ code: 'not_found' });
  });

  it('is for admins only', async () => {
    const merchant = await makePerson({ role: 'MERCHANT' });
    for (const refused of [
      listCases(merchant, asked()),
      countCases(merchant, asked()),
      groupCases(merchant, asked()),
      getCase(merchant, randomUUID()),
      getCaseOptions(merchant, asked()),
      findCaseNeighbours(merchant, randomUUID(), asked()),
      listViews(merchant),
      saveView(merchant, { name: 'Mine', query: '' }),
    ]) {
      await expect(refused).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});

describe('a saved view', () => {
  it('is kept, renamed and removed by its admin, and nobody else’s', async () => {
    const other = await makePerson({ role: 'ADMIN' });
    const { items } = await saveView(admin, {
      name: 'Blocked in Halden',
      query: 'cause=blocked&shop=halden&strange=1',
    });
    const id = items[0]?.id ?? '';
    expect(items).toEqual([{ id, name: 'Blocked in Halden', query: 'cause=blocked&shop=halden' }]);
    await expect(saveView(admin, { name: 'Blocked in Halden', query: '' })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await listViews(other)).items).toEqual([]);
    await expect(renameView(other, id, 'Taken')).rejects.toMatchObject({ code: 'not_found' });
    await expect(removeView(other, id)).rejects.toMatchObject({ code: 'not_found' });
    expect((await renameView(admin, id, 'Halden')).items[0]?.name).toBe('Halden');
    expect((await removeView(admin, id)).items).toEqual([]);
    expect(await db().auditEntry.findMany({ where: { subjectId: id } })).toHaveLength(3);
  });
});
