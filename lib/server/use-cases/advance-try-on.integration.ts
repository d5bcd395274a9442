import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { claimQueued, releaseLease } from '#lib/server/repositories/try-on-claims.ts';
import { beginSending } from '#lib/server/repositories/try-on-moves.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { makeGarment, makePerson, makePhoto } from '#lib/server/testing/shop-floor.ts';
import { advanceUntilFinal, makeDue } from '#lib/server/testing/until-final.ts';
import { advanceTryOn } from './advance-try-on.ts';
import { cancelTryOn } from './cancel-try-on.ts';
import { deletePhoto } from './delete-photo.ts';
import { deleteTryOn } from './delete-try-on.ts';
import { getTryOn } from './get-try-on.ts';
import { submitTryOn } from './submit-try-on.ts';

const provider = await startTestProvider();
afterAll(disconnect);

let shopper: Actor;
let slug: string;
beforeAll(async () => {
  shopper = await makePerson({ isGuest: false });
  slug = (await makeGarment()).slug;
});

let keys = 0;
async function ask(actor = shopper) {
  const photo = await makePhoto(actor);
  keys += 1;
  const tryOn = await submitTryOn(
    actor,
    { garment: slug, subject: { kind: 'photo', photoId: photo.id } },
    `test-key-${keys}`,
  );
  return { id: tryOn.id, photoId: photo.id };
}

const usageOf = async (tryOnId: string) =>
  (await db().usageEntry.findMany({ where: { tryOnId }, orderBy: { kind: 'asc' } })).map(
    ({ kind }) => kind,
  );

describe('a try-on that goes well', () => {
  it('ends with the look in our storage, one POST, a charge and its whole history', async () => {
    const { id } = await ask();
    const row = await advanceUntilFinal(id);

    expect(row.state).toBe('succeeded');
    expect(row.requestId).toBeTruthy();
    expect(provider.count('submit')).toBe(1);
    expect(await usageOf(id)).toEqual(['RESERVE', 'CHARGE']);
    const media = await db().media.findUniqueOrThrow({ where: { id: row.resultMediaId ?? '' } });
    expect(media).toMatchObject({ visibility: 'PRIVATE', ownerId: shopper.userId });
    expect(media.deleteAfter).toBeNull();
    expect((await storage().getBytes(media.storageKey))?.byteLength).toBe(media.bytes);
    const events = await db().tryOnEvent.findMany({
      where: { tryOnId: id },
      orderBy: { id: 'asc' },
    });
    const states = events.map(({ state }) => state);
    expect(states.filter((state, i) => state !== states[i - 1])).toEqual([
      'queued',
      'sending',
      'running',
      'saving',
      'succeeded',
    ]);
    expect(await db().reviewCase.count({ where: { tryOnId: id } })).toBe(0);
  });

  it('is sent once, however many ring at the same time', async () => {
    const { id } = await ask();
    await Promise.all(Array.from({ length: 20 }, () => advanceTryOn(id)));
    const row = await advanceUntilFinal(id);
    expect(row.state).toBe('succeeded');
    expect(provider.count('submit')).toBe(1);
  });

  it('does nothing for a row that is final, not due or missing', async () => {
    const { id } = await ask();
    await advanceUntilFinal(id);
    await advanceTryOn(id);
    await advanceTryOn('00000000-0000-7000-8000-000000000000');
    expect(provider.count('submit')).toBe(1);
  });
});

describe('a provider in trouble', () => {
  it('is waited for when nothing can have been accepted, and then used', async () => {
    await provider.script({ submit: [{ fault: 'submit-401' }] });
    const { id } = await ask();
    await advanceTryOn(id);
    expect(await db().tryOn.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'queued',
      waitingReason: 'provider_paused',
      errorClass: null,
    });
    // The gate is shut for everybody: another try-on is not even sent.
    const other = await ask();
    await advanceTryOn(other.id);
    expect(provider.count('submit')).toBe(1);

    await db().providerGate.updateMany({ data: { probeAt: new Date(0) } });
    expect((await advanceUntilFinal(id)).state).toBe('succeeded');
    expect((await advanceUntilFinal(other.id)).state).toBe('succeeded');
  });

  it('that stops taking new work still gives what it was paid for', async () => {
    const paid = await ask();
    await advanceTryOn(paid.id);
    await provider.script({ submit: [{ fault: 'out-of-credits' }] });
    const late = await ask();
    await advanceTryOn(late.id);
    expect(await db().providerGate.findFirstOrThrow()).toMatchObject({ pausedReason: 'credits' });

    expect((await advanceUntilFinal(paid.id)).state).toBe('succeeded');
    await makeDue(late.id);
    await advanceTryOn(late.id);
    expect((await db().tryOn.findUniqueOrThrow({ where: { id: late.id } })).state).toBe('queued');
    expect(provider.count('submit')).toBe(2);

    await db().providerGate.updateMany({ data: { probeAt: new Date(0) } });
    expect((await advanceUntilFinal(late.id)).state).toBe('succeeded');
  });

  it('that loses the answer to a submit leaves the try-on unknown and is not asked again', async () => {
    await provider.script({ submit: [{ fault: 'lost-accepted' }] });
    const { id } = await ask();
    const row = await advanceUntilFinal(id);
    expect(row).toMatchObject({ state: 'unknown', errorClass: 'submit_unknown' });
    expect(provider.count('submit')).toBe(1);
    expect(await usageOf(id)).toEqual(['RESERVE', 'RELEASE']);
    expect(await db().reviewCase.count({ where: { tryOnId: id } })).toBe(1);
  });

  it('is asked once more after an answered 500, and then no more', async () => {
    await provider.script({ submit: [{ fault: 'submit-500', times: 2 }] });
    const { id } = await ask();
    const row = await advanceUntilFinal(id);
    expect(row).toMatchObject({ state: 'failed', errorClass: 'provider_error', providerHttp: 500 });
    expect(provider.count('submit')).toBe(2);
  });

  it.each([
    ['blocked', 'blocked', 'content_blocked'],
    ['no-person', 'failed', 'no_person'],
    ['content-type', 'failed', 'invalid_request'],
    ['forgotten', 'expired', 'result_expired'],
  ] as const)('that answers %s ends the try-on as %s', async (fault, state, errorClass) => {
    await provider.script({ submit: [{ fault }] });
    const { id } = await ask();
    expect(await advanceUntilFinal(id)).toMatchObject({ state, errorClass });
    expect(await usageOf(id)).toEqual(['RESERVE', 'RELEASE']);
    expect(await db().reviewCase.findUniqueOrThrow({ where: { tryOnId: id } })).toMatchObject({
      errorClass,
      status: 'OPEN',
    });
  });

  it.each(['status-500', 'status-lost', 'result-500', 'file-404', 'file-html', 'data-uri'])(
    'that answers %s for a while still gives the look',
    async (fault) => {
      await provider.script({ submit: [{ fault }] });
      const { id } = await ask();
      if (fault.startsWith('file-')) {
        await makeDue(id);
        await advanceTryOn(id);
        // The picture is not there: paid for, so it is kept and tried again to the end of the hour.
        await makeDue(id);
        await advanceTryOn(id);
        const row = await db().tryOn.findUniqueOrThrow({ where: { id } });
        expect(row.state).toBe('saving');
        await db().tryOn.update({
          where: { id },
          data: { submittedAt: new Date(Date.now() - 61 * 60_000) },
        });
        expect((await advanceUntilFinal(id)).state).toBe('expired');
      } else {
        expect((await advanceUntilFinal(id)).state).toBe('succeeded');
      }
      expect(provider.count('submit')).toBe(1);
    },
  );
});

describe('a network that is off', () => {
  const stateOf = (id: string) =>
    db().tryOn.findUniqueOrThrow({
      where: { id },
      select: { state: true, waitingReason: true, errorClass: true },
    });
  const waits = (state: string) => ({
    state,
    waitingReason: 'provider_unreachable',
    errorClass: null,
  });

  it('keeps a new try-on in the queue, says so, and goes on when it is back', async () => {
    const { id } = await ask();
    await provider.line.cut();
    for (let turn = 0; turn < 3; turn += 1) {
      await makeDue(id);
      await advanceTryOn(id);
      expect(await stateOf(id)).toEqual(waits('queued'));
    }
    expect((await getTryOn(shopper, id)).view).toMatchObject({
      state: 'queued',
      waiting: 'provider_unreachable',
    });
    await provider.line.mend();
    expect((await advanceUntilFinal(id)).state).toBe('succeeded');
    expect(provider.count('submit')).toBe(1);
  });

  it('does not lose what the provider already has', async () => {
    const { id } = await ask();
    await advanceTryOn(id);
    expect((await stateOf(id)).state).toBe('running');
    await provider.line.cut();
    for (let turn = 0; turn < 3; turn += 1) {
      await makeDue(id);
      await advanceTryOn(id);
      expect(await stateOf(id)).toEqual(waits('running'));
    }
    await provider.line.mend();
    expect((await advanceUntilFinal(id)).state).toBe('succeeded');
    expect(provider.count('submit')).toBe(1);
  });
});

/** Claims the only row in the queue. */
const claimNext = async () => (await claimQueued(db(), { limit: 1 }, new Date()))[0];

describe('a process that dies', () => {
  const leaseIsOver = (id: string) =>
    db().tryOn.update({ where: { id }, data: { leaseUntil: new Date(0) } });

  it('between the intent and the answer leaves an unknown, never a second POST', async () => {
    const { id } = await ask();
    const held = await claimNext();
    expect(held && (await beginSending(db(), held, new Date()))).toBeTruthy();

    await advanceTryOn(id);
    expect((await db().tryOn.findUniqueOrThrow({ where: { id } })).state).toBe('sending');
    await leaseIsOver(id);
    await advanceTryOn(id);
    expect((await db().tryOn.findUniqueOrThrow({ where: { id } })).state).toBe('unknown');
    expect(provider.count('submit')).toBe(0);
  });

  it('before the intent loses nothing: the next one sends', async () => {
    const { id } = await ask();
    await claimNext();
    await leaseIsOver(id);
    expect((await advanceUntilFinal(id)).state).toBe('succeeded');
    expect(provider.count('submit')).toBe(1);
  });

  it('keeps the row of a POST under way for itself, whatever else goes wrong', async () => {
    const { id } = await ask();
    const queued = await claimNext();
    if (!queued) throw new Error('Nobody else holds it.');
    await beginSending(db(), queued, new Date());
    await releaseLease(db(), queued);
    expect((await db().tryOn.findUniqueOrThrow({ where: { id } })).leaseToken).toBe(
      queued.leaseToken,
    );
  });

  it('and comes back too late writes nothing', async () => {
    const { id } = await ask();
    const late = await claimNext();
    await leaseIsOver(id);
    await claimNext();
    expect(late && (await beginSending(db(), late, new Date()))).toBeNull();
  });
});

describe('a person who changes their mind', () => {
  it('cancels what was not sent, and gets the allowance back', async () => {
    const { id } = await ask();
    expect((await cancelTryOn(shopper, id)).state).toBe('cancelled');
    await advanceTryOn(id);
    expect(provider.count('submit')).toBe(0);
    expect(await usageOf(id)).toEqual(['RESERVE', 'RELEASE']);
  });

  it('cannot cancel what is paid for', async () => {
    const { id } = await ask();
    await advanceTryOn(id);
    expect((await cancelTryOn(shopper, id)).state).not.toBe('cancelled');
  });

  it('takes the photo away before it is sent', async () => {
    const { id, photoId } = await ask();
    await deletePhoto(shopper, photoId);
    expect((await advanceUntilFinal(id)).state).toBe('cancelled');
    expect(provider.count('submit')).toBe(0);
  });

  it('deletes a try-on that runs: it is finished, and its picture never ours', async () => {
    const { id } = await ask();
    await advanceTryOn(id);
    expect((await db().tryOn.findUniqueOrThrow({ where: { id } })).state).toBe('running');
    await deleteTryOn(shopper, id);
    const ended = await advanceUntilFinal(id);
    expect(ended).toMatchObject({ state: 'succeeded', resultMediaId: null });
    expect(provider.count('result')).toBe(0);
    expect(await usageOf(id)).toEqual(['RESERVE', 'CHARGE']);
  });

  it('deletes a look, and its bytes are gone', async () => {
    const { id } = await ask();
    const { resultMediaId } = await advanceUntilFinal(id);
    const media = await db().media.findUniqueOrThrow({ where: { id: resultMediaId ?? '' } });
    await deleteTryOn(shopper, id);
    expect(await storage().head(media.storageKey)).toBeNull();
    expect(await db().media.count({ where: { id: media.id } })).toBe(0);
  });
});
