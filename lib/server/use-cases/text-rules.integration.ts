import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { rulePreviewBody } from '#lib/contracts/classifier.ts';
import { dailyAllowance } from '#lib/domain/allowance.ts';
import { parseFigures } from '#lib/domain/figures-query.ts';
import type { FiledClass } from '#lib/domain/text-rules.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { followTextRule } from '#lib/server/follow-text-rule.ts';
import { changeCase, lockCase } from '#lib/server/repositories/case-decisions.ts';
import { REQUEST_TIMEOUT_MS } from '#lib/server/segmind/context.ts';
import { makeSellingShop } from '#lib/server/testing/bag.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { advanceUntilFinal } from '#lib/server/testing/until-final.ts';
import { untilOneWaits } from '#lib/server/testing/until-one-waits.ts';
import { getFigures } from './get-figures.ts';
import { listTextRules } from './list-text-rules.ts';
import { makeTextRule } from './make-text-rule.ts';
import { measureAllowance } from './measure-allowance.ts';
import { previewTextRule } from './preview-text-rule.ts';
import { rollBackTextRule } from './roll-back-text-rule.ts';
import { submitTryOn } from './submit-try-on.ts';

const provider = await startTestProvider();
afterAll(disconnect);

let admin: Actor;
let owner: Actor;
let shop: { id: string; slug: string };
let garment: { slug: string };
/** Words of this test alone: rules are everybody's. */
let words: string;
beforeEach(async () => {
  admin = await makePerson({ role: 'ADMIN' });
  owner = await makePerson({ role: 'MERCHANT' });
  ({ shop, garment } = await makeSellingShop({ owner }));
  words = `pose ${randomUUID().replaceAll(/[^a-z]/g, '')}xyz is cropped`;
});

async function endsSaying(error: string, shopper?: Actor) {
  const actor = shopper ?? (await makePerson());
  const { id: photoId } = await makePhoto(actor);
  await provider.script({ status: [{ http: 422, body: { status: 'FAILED', error } }] });
  const subject = { kind: 'photo' as const, photoId };
  const { id } = await submitTryOn(actor, { garment: garment.slug, subject }, randomUUID());
  return advanceUntilFinal(id);
}

const rowOf = (id: string) =>
  db().tryOn.findUniqueOrThrow({ where: { id }, include: { reviewCase: true, usage: true } });
const lastEvent = (tryOnId: string) =>
  db().tryOnEvent.findFirstOrThrow({ where: { tryOnId }, orderBy: { id: 'desc' } });
const rule = (errorClass: FiledClass, phrase = words) =>
  makeTextRule(admin, { phrase, errorClass, note: '' });
const ended = async () => {
  const { failed, blocked } = (await getFigures(owner, shop.slug, parseFigures({}))).sum;
  return { failed, blocked };
};

describe('words that nobody has filed', () => {
  it('are a task: once, however often they were said, until a rule holds for them', async () => {
    const first = await endsSaying(`${words} (request 17)`);
    await endsSaying(`${words} (request 4711)`);
    const mine = async () =>
      (await listTextRules(admin)).unfiled.filter(({ phrase }) => phrase.startsWith(words));
    expect(await mine()).toMatchObject([
      { phrase: `${words} (request #)`, sample: `${words} (request 4711)`, open: 2 },
    ]);
    await rule('no_person');
    expect(await mine()).toEqual([]);
    expect((await rowOf(first.id)).errorClass).toBe('no_person');
  });
});

describe('a preview', () => {
  it('tells what would change, and changes nothing', async () => {
    const one = await endsSaying(words);
    const other = await endsSaying(`No human detected: ${words}`);
    await db().reviewCase.update({ where: { tryOnId: one.id }, data: { status: 'RESOLVED' } });
    const preview = await previewTextRule(admin, { phrase: words, errorClass: 'input_unreadable' });
    expect(preview.changes).toEqual(
      expect.arrayContaining([
        { from: 'unclassified', open: 0, resolved: 1 },
        { from: 'no_person', open: 1, resolved: 0 },
      ]),
    );
    expect(preview.overruled).toMatchObject([{ errorClass: 'no_person', cases: 1 }]);
    expect(preview.samples.map(({ tryOnId }) => tryOnId).sort()).toEqual([one.id, other.id].sort());
    expect((await rowOf(other.id)).errorClass).toBe('no_person');
  });

  it('names the rules that it would go before', async () => {
    await rule('no_person');
    const longer = `${words} at the top`;
    const preview = await previewTextRule(admin, { phrase: longer, errorClass: 'content_blocked' });
    expect(preview.rules).toMatchObject([{ phrase: words, errorClass: 'no_person' }]);
  });

  it('refuses what would call an invalid content type a block', async () => {
    for (const said of ['Invalid content type', 'INVALID  CONTENT-TYPE', 'content', 'Invalid']) {
      const body = rulePreviewBody.parse({ phrase: said, errorClass: 'content_blocked' });
      const refusal = { code: 'invalid_input', message: expect.stringMatching(/content.?type/i) };
      await expect(previewTextRule(admin, body)).rejects.toMatchObject(refusal);
      await expect(makeTextRule(admin, { ...body, note: '' })).rejects.toMatchObject(refusal);
    }
  });
});

describe('a rule', () => {
  it('has open cases follow, with their figures, their event and an audit entry', async () => {
    const shopper = await makePerson();
    const row = await endsSaying(words, shopper);
    const closed = await endsSaying(words);
    await db().reviewCase.update({ where: { tryOnId: closed.id }, data: { status: 'RESOLVED' } });
    const left = await measureAllowance(db(), shopper, dailyAllowance, new Date());
    const booked = (await rowOf(row.id)).usage;
    expect(await ended()).toEqual({ failed: 2, blocked: 0 });

    const { id, changed } = await rule('content_blocked');
    expect(changed).toBe(1);
    const after = await rowOf(row.id);
    expect(after).toMatchObject({ state: 'blocked', errorClass: 'content_blocked' });
    expect(after.version).toBe(row.version + 1);
    expect(after.reviewCase).toMatchObject({
      cause: 'blocked',
      errorClass: 'content_blocked',
      signature: `content_blocked: ${words}`,
      searchText: expect.stringContaining('content_blocked'),
    });
    expect(await lastEvent(row.id)).toMatchObject({
      kind: 'refiled',
      state: 'blocked',
      version: after.version,
      detail: { rule: id, from: 'unclassified', errorClass: 'content_blocked' },
    });
    expect(await ended()).toEqual({ failed: 1, blocked: 1 });
    expect((await rowOf(closed.id)).errorClass).toBe('unclassified');
    // The allowance was given back as it ended, and stays so.
    expect(after.usage).toEqual(booked);
    expect(await measureAllowance(db(), shopper, dailyAllowance, new Date())).toEqual(left);
    expect(await db().auditEntry.findFirst({ where: { subjectId: id } })).toMatchObject({
      actorId: admin.userId,
      action: 'text-rule.made',
    });
    const again = await followTextRule(id, '');
    expect(again).toEqual({ changed: 0, next: null });
  });

  it('classes the next answer as it comes', async () => {
    const { id } = await rule('content_blocked');
    const row = await endsSaying(`Sorry: ${words}, try another`);
    expect(row).toMatchObject({ state: 'blocked', errorClass: 'content_blocked' });
    expect((await lastEvent(row.id)).detail).toMatchObject({ rule: id });
    await rollBackTextRule(admin, id);
    expect(await rowOf(row.id)).toMatchObject({ state: 'failed', errorClass: 'unclassified' });
    expect(await endsSaying(words)).toMatchObject({ errorClass: 'unclassified' });
  });

  it('is made once, by admins only', async () => {
    await rule('no_person');
    await expect(rule('no_person')).rejects.toMatchObject({ code: 'conflict' });
    const body = { phrase: words, errorClass: 'no_person', note: '' } as const;
    for (const act of [
      () => listTextRules(owner),
      () => previewTextRule(owner, body),
      () => makeTextRule(owner, body),
      () => rollBackTextRule(owner, randomUUID()),
    ]) {
      await expect(act()).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('leaves alone what somebody decides just now', async () => {
    const row = await endsSaying(words);
    let made: ReturnType<typeof rule> | undefined;
    await db().$transaction(async (tx) => {
      const held = await lockCase(tx, row.id);
      made = rule('content_blocked');
      await untilOneWaits(tx);
      await changeCase(tx, held?.id ?? '', { status: 'RESOLVED' });
    });
    expect(await made).toMatchObject({ changed: 0 });
    expect((await rowOf(row.id)).errorClass).toBe('unclassified');
  });

  it('leaves alone what somebody weighs an appeal against', async () => {
    const { id } = await rule('content_blocked');
    const row = await endsSaying(words);
    await db().reviewCase.update({ where: { tryOnId: row.id }, data: { appeal: 'OPEN' } });
    await rollBackTextRule(admin, id);
    expect(await rowOf(row.id)).toMatchObject({ state: 'blocked', errorClass: 'content_blocked' });
  });
});

describe('a roll-back', () => {
  it('puts back what the rule has filed, with the figures, and keeps the history', async () => {
    const row = await endsSaying(words);
    const { id } = await rule('content_blocked');
    expect(await rollBackTextRule(admin, id)).toMatchObject({ changed: 1 });
    const after = await rowOf(row.id);
    expect(after).toMatchObject({ state: 'failed', errorClass: 'unclassified' });
    expect(after.reviewCase).toMatchObject({
      cause: 'failed',
      signature: `unclassified: ${words}`,
    });
    expect(await ended()).toEqual({ failed: 1, blocked: 0 });
    const { rules } = await listTextRules(admin);
    expect(rules.find((one) => one.id === id)).toMatchObject({
      retired: { by: 'Test' },
      filed: [{ from: 'unclassified', count: 1 }],
    });
    await expect(rollBackTextRule(admin, id)).rejects.toMatchObject({ code: 'conflict' });
    expect(await followTextRule(id, '')).toEqual({ changed: 0, next: null });
  });

  it.each(['before the rules', 'under them'])(
    'leaves the built-in class once both of two rules are gone, for what ended %s',
    async (when) => {
      for (const olderFirst of [true, false]) {
        words = `${words} still`;
        const early = when === 'before the rules' ? await endsSaying(words) : null;
        const older = await rule('content_blocked');
        const newer = await rule('input_unreadable');
        const { id } = early ?? (await endsSaying(words));
        expect((await rowOf(id)).errorClass).toBe('input_unreadable');
        const [first, second] = olderFirst ? [older, newer] : [newer, older];
        await rollBackTextRule(admin, first.id);
        expect(await rowOf(id)).toMatchObject(
          olderFirst
            ? { state: 'failed', errorClass: 'input_unreadable' }
            : { state: 'blocked', errorClass: 'content_blocked' },
        );
        await rollBackTextRule(admin, second.id);
        expect(await rowOf(id)).toMatchObject({ state: 'failed', errorClass: 'unclassified' });
      }
    },
  );

  it('leaves what another rule files the same, until that one is gone too', async () => {
    const row = await endsSaying(words);
    const older = await rule('no_person', words.slice(0, words.lastIndexOf(' ')));
    const newer = await rule('no_person');
    expect(await rollBackTextRule(admin, older.id)).toMatchObject({ changed: 0 });
    expect((await rowOf(row.id)).errorClass).toBe('no_person');
    expect(await rollBackTextRule(admin, newer.id)).toMatchObject({ changed: 1 });
    expect((await rowOf(row.id)).errorClass).toBe('unclassified');
  });

  it('looks once more when no answer to a request of before can come any more', async () => {
    const { id } = await rule('no_person');
    const before = Date.now();
    await rollBackTextRule(admin, id);
    const tasks = await db().$queryRaw<{ startAfter: Date }[]>`
      SELECT start_after AS "startAfter" FROM pgboss.job
      WHERE name = 'follow-text-rule' AND data->>'ruleId' = ${id}`;
    expect(tasks).toHaveLength(2);
    for (const { startAfter } of tasks) {
      expect(startAfter.getTime()).toBeGreaterThan(before + REQUEST_TIMEOUT_MS);
    }
  });
});
