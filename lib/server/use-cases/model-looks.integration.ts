import { afterAll, beforeAll, expect, it } from 'vitest';
import { dailyAllowance } from '#lib/domain/allowance.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { holdGarment, refreshReadiness } from '#lib/server/repositories/picture-readiness.ts';
import { addGarmentImage } from '#lib/server/repositories/shop-garments.ts';
import { startTestProvider } from '#lib/server/testing/provider.ts';
import {
  makeGarment,
  makeHouseModel,
  makePerson,
  makeShop,
  plainPicture,
} from '#lib/server/testing/shop-floor.ts';
import { advanceUntilFinal } from '#lib/server/testing/until-final.ts';
import { untilOneWaits } from '#lib/server/testing/until-one-waits.ts';
import { changeModelLook } from './change-model-look.ts';
import { cleanUpload } from './clean-upload.ts';
import { deleteAllLooks } from './delete-all-looks.ts';
import { deleteGarment } from './delete-garment.ts';
import { getGarmentPage } from './get-garment-page.ts';
import { getTryOn } from './get-try-on.ts';
import { listModelLooks } from './list-model-looks.ts';
import { listTryOns } from './list-try-ons.ts';
import { makeModelLook } from './make-model-look.ts';
import { measureAllowance } from './measure-allowance.ts';
import { openMedia } from './open-media.ts';
import { setGarmentStatus } from './set-garment-status.ts';
import { storeGarmentPicture } from './store-garment-picture.ts';
import { submitTryOn } from './submit-try-on.ts';
import { summariseLooks } from './summarise-looks.ts';

const provider = await startTestProvider();
afterAll(disconnect);

let owner: Actor;
let shop: { id: string; slug: string };
let model: { id: string; slug: string };
beforeAll(async () => {
  owner = await makePerson({ role: 'MERCHANT' });
  shop = await makeShop(owner);
  model = await makeHouseModel();
});

async function makeDraft() {
  const garment = await makeGarment({ shopId: shop.id });
  await db().garment.update({ where: { id: garment.id }, data: { status: 'DRAFT' } });
  return { ...garment, at: { shop: shop.slug, id: garment.id, model: model.slug } };
}

let keys = 0;
const newKey = () => {
  keys += 1;
  return `model-look-${keys}`;
};

async function make(at: { shop: string; id: string; model: string }, again = false) {
  const { tryOnId } = await makeModelLook(owner, at, { again }, newKey());
  if (tryOnId) await advanceUntilFinal(tryOnId);
  return tryOnId;
}
const lookOf = async (id: string) =>
  (await listModelLooks(owner, shop.slug, id)).items.find((one) => one.model.slug === model.slug);
const publish = (id: string) => setGarmentStatus(owner, shop.slug, id, 'ACTIVE');

it('shows a draft on a house model, to everybody once it is published and shown', async () => {
  const { id, at, slug } = await makeDraft();
  await make(at);
  const look = await lookOf(id);
  expect(look).toMatchObject({ shown: false, outdated: false, take: null });
  await publish(id);
  expect((await getGarmentPage(slug))?.looks).toEqual([]);
  await changeModelLook(owner, at, { shown: true });
  const page = await getGarmentPage(slug);
  expect(page?.looks).toMatchObject([
    { url: look?.picture?.url, alt: 'Test garment, worn by the house model Test model' },
  ]);
  // Like the garment's other pictures: whole and in narrower copies, for anybody.
  expect(page?.looks[0]?.sources?.length).toBeGreaterThan(0);
  const mediaId = look?.picture?.url.split('/').at(-1) ?? '';
  expect((await openMedia(null, mediaId, {}))?.isPublic).toBe(true);
  const media = await db().media.findUniqueOrThrow({ where: { id: mediaId } });
  expect(media).toMatchObject({ visibility: 'PUBLIC', ownerId: null, deleteAfter: null });
});

it('is no look of whoever asked for it, and takes none of that person’s allowance', async () => {
  const { id, at } = await makeDraft();
  const before = await measureAllowance(db(), owner, dailyAllowance, new Date());
  const tryOnId = (await make(at)) ?? '';
  expect((await listTryOns(owner, { limit: 50 })).items).toEqual([]);
  expect(await summariseLooks(owner)).toMatchObject({ looks: 0, waiting: 0, goingOn: 0 });
  await expect(getTryOn(owner, tryOnId)).rejects.toMatchObject({ code: 'not_found' });
  expect((await measureAllowance(db(), owner, dailyAllowance, new Date())).left).toBe(before.left);
  await deleteAllLooks(owner, new Date());
  expect((await lookOf(id))?.picture).not.toBeNull();
  // The shop's book has it.
  expect(await db().usageEntry.findMany({ where: { tryOnId } })).toMatchObject([
    { shopId: shop.id, kind: 'RESERVE' },
    { shopId: shop.id, kind: 'CHARGE' },
  ]);
});

it('is the very picture that a shopper gets, and neither pays twice', async () => {
  const shopper = await makePerson();
  const submit = (garment: string) =>
    submitTryOn(shopper, { garment, subject: { kind: 'house-model', slug: model.slug } }, newKey());
  // The shop first.
  const one = await makeDraft();
  await make(one.at);
  await publish(one.id);
  const posts = provider.count('submit');
  const look = await advanceUntilFinal((await submit(one.slug)).id);
  expect(look).toMatchObject({ state: 'succeeded', requestId: null });
  const own = await db().media.findUniqueOrThrow({ where: { id: look.resultMediaId ?? '' } });
  expect(own).toMatchObject({ visibility: 'PRIVATE', ownerId: shopper.userId });
  expect(provider.count('submit')).toBe(posts);

  // The shopper first.
  const other = await makeGarment({ shopId: shop.id });
  await advanceUntilFinal((await submit(other.slug)).id);
  const paid = provider.count('submit');
  const tryOnId = await make({ shop: shop.slug, id: other.id, model: model.slug });
  expect(provider.count('submit')).toBe(paid);
  expect((await lookOf(other.id))?.picture).not.toBeNull();
  expect(await db().usageEntry.count({ where: { tryOnId: tryOnId ?? '', kind: 'RELEASE' } })).toBe(
    1,
  );
});

it('is hung without a deadlock while another take is asked for', async () => {
  const { id, slug } = await makeGarment({ shopId: shop.id });
  const subject = { kind: 'house-model' as const, slug: model.slug };
  const shoppers = await submitTryOn(await makePerson(), { garment: slug, subject }, newKey());
  await advanceUntilFinal(shoppers.id);
  const at = { shop: shop.slug, id, model: model.slug };
  const { tryOnId } = await makeModelLook(owner, at, { again: false }, newKey());
  let hung: Promise<unknown> | undefined;
  await db().$transaction(async (tx) => {
    await holdGarment(tx, id);
    // It is there already, so its place in the shop's month is given back.
    hung = advanceUntilFinal(tryOnId ?? '');
    await untilOneWaits(tx);
    await tx.$queryRaw`SELECT FROM "ShopMonth" WHERE "shopId" = ${shop.id} FOR UPDATE NOWAIT`;
  });
  expect(await hung).toMatchObject({ state: 'succeeded', requestId: null });
});

it('is not asked for twice, unless another take is wanted', async () => {
  const { id, at } = await makeDraft();
  const first = await makeModelLook(owner, at, { again: false }, newKey());
  const second = await makeModelLook(owner, at, { again: false }, newKey());
  expect(second.tryOnId).toBe(first.tryOnId);
  await advanceUntilFinal(first.tryOnId ?? '');
  const picture = (await lookOf(id))?.picture;
  expect(await make(at)).toBeNull();
  await make(at, true);
  expect((await lookOf(id))?.picture).not.toEqual(picture);
});

it('keeps the picture that is there when another take fails, and says why', async () => {
  const { id, at } = await makeDraft();
  await make(at);
  const picture = (await lookOf(id))?.picture;
  await provider.script({ submit: [{ fault: 'submit-500', times: 2 }] });
  await make(at, true);
  expect(await lookOf(id)).toMatchObject({ picture, take: { kind: 'failed' } });
});

it('is out of date once another picture is sent, until it is made again or confirmed', async () => {
  const { id, at, slug } = await makeDraft();
  await make(at);
  await publish(id);
  await changeModelLook(owner, at, { shown: true });
  const shown = async () => (await getGarmentPage(slug))?.looks.length;
  const pin = async () => {
    const now = new Date();
    const picture = await storeGarmentPicture(
      await cleanUpload(await plainPicture('#223'), 'garment'),
      now,
    );
    await db().$transaction((tx) => addGarmentImage(tx, { garmentId: id, alt: '', ...picture }));
    const image = await db().garmentImage.findFirstOrThrow({
      where: { garmentId: id },
      orderBy: { position: 'desc' },
    });
    await db().garment.update({ where: { id }, data: { pinnedImageId: image.id } });
    await db().$transaction((tx) => refreshReadiness(tx, id));
  };
  await pin();
  expect(await lookOf(id)).toMatchObject({ outdated: true, shown: true });
  expect(await shown()).toBe(0);
  await changeModelLook(owner, at, { fits: true });
  expect(await lookOf(id)).toMatchObject({ outdated: false });
  expect(await shown()).toBe(1);

  await pin();
  const posts = provider.count('submit');
  await make(at);
  expect(provider.count('submit')).toBe(posts + 1);
  expect(await lookOf(id)).toMatchObject({ outdated: false, shown: true });
});

it('is for those who may change the shop; others do not find it', async () => {
  const { id, at } = await makeDraft();
  const viewer = await makePerson({ role: 'MERCHANT' });
  await db().shopMember.create({
    data: { shopId: shop.id, userId: viewer.userId, role: 'VIEWER' },
  });
  const foreign = await makePerson({ role: 'MERCHANT' });
  await makeShop(foreign);
  expect((await listModelLooks(viewer, shop.slug, id)).items.length).toBeGreaterThan(0);
  const codeOf = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error) => (error instanceof AppError ? error.code : 'unknown'),
    );
  expect(await codeOf(makeModelLook(viewer, at, { again: false }, newKey()))).toBe('forbidden');
  expect(await codeOf(makeModelLook(foreign, at, { again: false }, newKey()))).toBe('not_found');
  expect(await codeOf(listModelLooks(foreign, shop.slug, id))).toBe('not_found');
  const { slug } = await db().shop.findFirstOrThrow({
    where: { members: { some: { userId: foreign.userId } } },
  });
  // Its own shop's address does not lead to another's garment either.
  const across = { ...at, shop: slug };
  expect(await codeOf(makeModelLook(foreign, across, { again: false }, newKey()))).toBe(
    'not_found',
  );
  expect(await codeOf(changeModelLook(foreign, across, { shown: true }))).toBe('not_found');
});

it('keeps the garment, as every try-on that was paid for does', async () => {
  const { id, at } = await makeDraft();
  await make(at);
  await expect(deleteGarment(owner, shop.slug, id)).rejects.toMatchObject({ code: 'conflict' });
});

it('stops where the shop’s own limit is', async () => {
  const { at } = await makeDraft();
  await db().shop.update({ where: { id: shop.id }, data: { dailyTryOns: 1 } });
  await expect(make(at)).rejects.toMatchObject({ code: 'shop_day_used' });
  await db().shop.update({ where: { id: shop.id }, data: { dailyTryOns: null } });
});
