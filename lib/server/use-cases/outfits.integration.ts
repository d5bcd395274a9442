import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GarmentCategory } from '#lib/domain/category.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { signedMediaLink } from '#lib/server/http/signed-media-link.ts';
import { sharp } from '#lib/server/images/guarded-sharp.ts';
import { prepareProviderInputs } from '#lib/server/provider-inputs.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import { retryCase } from '#lib/server/testing/retry-case.ts';
import {
  makeGarment,
  makeHouseModel,
  makePerson,
  makePhoto,
} from '#lib/server/testing/shop-floor.ts';
import { advanceUntilFinal } from '#lib/server/testing/until-final.ts';
import { deletePhoto } from './delete-photo.ts';
import { deleteTryOn } from './delete-try-on.ts';
import { getTryOn } from './get-try-on.ts';
import { openMedia } from './open-media.ts';
import { submitTryOn } from './submit-try-on.ts';

const provider = await startTestProvider();
afterAll(disconnect);

let shopper: Actor;
const slugs = {} as Record<GarmentCategory, string>;
beforeAll(async () => {
  shopper = await makePerson();
  for (const category of ['UPPER_BODY', 'LOWER_BODY', 'DRESS'] as const) {
    slugs[category] = (await makeGarment({ category })).slug;
  }
});

type Subject = Parameters<typeof submitTryOn>[1]['subject'];

const ask = (subject: Subject, category: GarmentCategory, actor = shopper) =>
  submitTryOn(actor, { garment: slugs[category], subject }, randomUUID());

const over = (tryOnId: string): Subject => ({ kind: 'look', tryOnId });

async function photoLook(category: GarmentCategory, actor = shopper) {
  const { id: photoId } = await makePhoto(actor);
  const { id } = await ask({ kind: 'photo', photoId }, category, actor);
  await advanceUntilFinal(id);
  return { id, photoId };
}

const rowOf = (id: string) => db().tryOn.findUniqueOrThrow({ where: { id } });

describe('a bottom over the look of a top', () => {
  it('is sent with that look as the person, and says so to its owner', async () => {
    const base = await photoLook('UPPER_BODY');
    const { id, under } = await ask(over(base.id), 'LOWER_BODY');
    expect(under).toMatchObject({ id: base.id, garment: { slug: slugs.UPPER_BODY } });
    expect(await rowOf(id)).toMatchObject({ baseId: base.id, photoId: base.photoId });

    expect((await advanceUntilFinal(id)).state).toBe('succeeded');
    const { view } = await getTryOn(shopper, id);
    expect(view?.under?.look?.url).toContain((await rowOf(base.id)).resultMediaId ?? 'no picture');
  });

  it('needs its photo no more, only the look', async () => {
    const base = await photoLook('UPPER_BODY');
    await deletePhoto(shopper, base.photoId);
    const { id } = await ask(over(base.id), 'LOWER_BODY');
    expect((await advanceUntilFinal(id)).state).toBe('succeeded');
  });

  it('shows the provider a look of another shape in 3:4, of which no copy outlives the look', async () => {
    const base = await photoLook('LOWER_BODY');
    const { id } = await ask(over(base.id), 'UPPER_BODY');
    const pictures = () => db().media.count({ where: { ownerId: shopper.userId } });
    const before = await pictures();
    const inputs = await prepareProviderInputs(id, new Date());
    expect(await pictures()).toBe(before);
    const asked = { width: 768, height: 1024, format: 'jpeg' };
    const uploaded = await fetch(inputs.kind === 'ready' ? inputs.modelImage : '');
    expect(await sharp(await uploaded.arrayBuffer()).metadata()).toMatchObject(asked);

    // Where the provider can reach us, it is shown the same by a link.
    const lookId = (await rowOf(base.id)).resultMediaId ?? '';
    const { searchParams } = new URL(signedMediaLink(lookId, new Date()));
    const link = {
      expires: Number(searchParams.get('expires')),
      signature: searchParams.get('signature') ?? '',
    };
    const { body } = await openMedia(null, lookId, { link });
    const opened = await new Response(body).arrayBuffer();
    expect(await sharp(opened).metadata()).toMatchObject(asked);
    await deleteTryOn(shopper, base.id);
    await expect(openMedia(null, lookId, { link })).rejects.toMatchObject({ code: 'not_found' });
    expect(await pictures()).toBe(before - 1);
  });

  it('is never made of a look that was deleted while it waited', async () => {
    const base = await photoLook('UPPER_BODY');
    const { id } = await ask(over(base.id), 'LOWER_BODY');
    await deleteTryOn(shopper, base.id);
    expect(await advanceUntilFinal(id)).toMatchObject({ state: 'cancelled', attempts: 0 });
    expect((await getTryOn(shopper, id)).view?.under).toMatchObject({ id: base.id, look: null });
  });

  it('is replaced by another bottom over the same top', async () => {
    const base = await photoLook('UPPER_BODY');
    const outfit = await ask(over(base.id), 'LOWER_BODY');
    await advanceUntilFinal(outfit.id);
    const other = await ask(over(outfit.id), 'LOWER_BODY');
    expect(other.under?.id).toBe(base.id);
    await expect(ask(over(outfit.id), 'UPPER_BODY')).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });
});

describe('what is no outfit', () => {
  it('is refused in words: two of a kind, and anything with a dress', async () => {
    const top = await photoLook('UPPER_BODY');
    const dress = await photoLook('DRESS');
    for (const [look, category] of [
      [top, 'UPPER_BODY'],
      [top, 'DRESS'],
      [dress, 'LOWER_BODY'],
    ] as const) {
      await expect(ask(over(look.id), category)).rejects.toMatchObject({
        code: 'invalid_input',
        message: expect.stringContaining('one top and one bottom'),
      });
    }
  });

  it('is a look of somebody else, a deleted one or one without a picture', async () => {
    const other = await makePerson();
    const theirs = await photoLook('UPPER_BODY', other);
    const deleted = await photoLook('UPPER_BODY');
    await deleteTryOn(shopper, deleted.id);
    const { id: photoId } = await makePhoto(shopper);
    const waiting = await ask({ kind: 'photo', photoId }, 'UPPER_BODY');
    for (const id of [theirs.id, deleted.id, waiting.id]) {
      await expect(ask(over(id), 'LOWER_BODY')).rejects.toMatchObject({ code: 'not_found' });
    }
  });
});

describe('an outfit on a house model', () => {
  async function modelLook(actor: Actor, model: string, category: GarmentCategory) {
    const { id } = await ask({ kind: 'house-model', slug: model }, category, actor);
    await advanceUntilFinal(id);
    return id;
  }

  it('is made once for all who put the same over the same, and is no plain try-on', async () => {
    const { slug } = await makeHouseModel();
    const other = await makePerson();
    const plainBottom = await modelLook(shopper, slug, 'LOWER_BODY');
    const mine = await modelLook(shopper, slug, 'UPPER_BODY');
    const theirs = await modelLook(other, slug, 'UPPER_BODY');

    const first = await ask(over(mine), 'LOWER_BODY');
    expect(await advanceUntilFinal(first.id)).toMatchObject({ state: 'succeeded', attempts: 1 });
    const second = await ask(over(theirs), 'LOWER_BODY', other);
    expect(await advanceUntilFinal(second.id)).toMatchObject({ state: 'succeeded', attempts: 0 });

    // The other way round the plain one is not taken for the outfit either.
    const { seed } = await rowOf(first.id);
    expect(seed).toBe((await rowOf(plainBottom)).seed);
    const third = await makePerson();
    await modelLook(third, slug, 'LOWER_BODY');
    const reused = await db().tryOnEvent.findFirstOrThrow({
      where: { tryOn: { userId: third.userId }, state: 'succeeded' },
    });
    expect(reused.detail).toMatchObject({ reusedFrom: plainBottom });
  });
});

describe('an admin’s retry of an outfit', () => {
  it('goes over the same look, and not at all once that is deleted', async () => {
    const admin = await makePerson({ role: 'ADMIN' });
    const base = await photoLook('UPPER_BODY');
    const failed = async () => {
      await provider.script({ submit: [{ fault: 'blocked' }] });
      const { id } = await ask(over(base.id), 'LOWER_BODY');
      expect((await advanceUntilFinal(id)).state).toBe('blocked');
      return id;
    };
    const retry = await retryCase(admin, await failed());
    expect(await rowOf(retry.id)).toMatchObject({ baseId: base.id });
    await advanceUntilFinal(retry.id);

    const late = await failed();
    await deleteTryOn(shopper, base.id);
    await expect(retryCase(admin, late)).rejects.toMatchObject({ code: 'conflict' });
  });
});
