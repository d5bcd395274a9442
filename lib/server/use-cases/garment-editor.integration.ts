import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EditableGarment, GarmentChanges } from '#lib/contracts/garment-edit.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { drawGarment } from '#lib/server/images/testing/drawn-garments.ts';
import { findGarmentToTryOn } from '#lib/server/repositories/active-garments.ts';
import { makeHouseModel, makePerson, makeShop } from '#lib/server/testing/shop-floor.ts';
import { sizes } from '#lib/server/testing/sizes.ts';
import { addFavourite } from './add-favourite.ts';
import { addGarmentPicture } from './add-garment-picture.ts';
import { createGarment } from './create-garment.ts';
import { deleteGarment } from './delete-garment.ts';
import { duplicateGarment } from './duplicate-garment.ts';
import { findColourCandidates } from './find-colour-candidates.ts';
import { getGarmentPage } from './get-garment-page.ts';
import { getGarmentPreview } from './get-garment-preview.ts';
import { getShopGarment } from './get-shop-garment.ts';
import { getTryOn } from './get-try-on.ts';
import { linkGarmentColour } from './link-garment-colour.ts';
import { removeGarmentPicture } from './remove-garment-picture.ts';
import { restoreGarmentPicture } from './restore-garment-picture.ts';
import { setGarmentStatus } from './set-garment-status.ts';
import { submitTryOn } from './submit-try-on.ts';
import { REMOVED_PICTURE_LIFE_MS, sweepRemovedPictures } from './sweep-removed-pictures.ts';
import { updateGarment } from './update-garment.ts';

afterAll(disconnect);

let ana: Actor;
let ben: Actor;
let viewer: Actor;
let rival: Actor;
let shop: string;
beforeAll(async () => {
  ana = await makePerson({ role: 'MERCHANT', name: 'Ana' });
  ben = await makePerson({ role: 'MERCHANT', name: 'Ben' });
  viewer = await makePerson({ role: 'MERCHANT' });
  rival = await makePerson({ role: 'MERCHANT' });
  const { id: shopId, slug } = await makeShop(ana);
  shop = slug;
  await makeShop(rival);
  await db().shopMember.createMany({
    data: [
      { shopId, userId: ben.userId, role: 'EDITOR' },
      { shopId, userId: viewer.userId, role: 'VIEWER' },
    ],
  });
});

async function makeDraft({ pictures = 0, ...fields }: GarmentChanges & { pictures?: number } = {}) {
  const created = await createGarment(ana, shop, {
    id: randomUUID(),
    title: 'Linen shirt',
    category: 'UPPER_BODY',
    price: '79.50',
    ...fields,
  });
  let latest = created;
  for (let number = 0; number < pictures; number += 1) {
    latest = await addGarmentPicture(ana, shop, created.id, {
      bytes: await drawGarment(),
      alt: `Picture ${number}`,
    });
  }
  return latest;
}

const publish = ({ id }: EditableGarment) => setGarmentStatus(ana, shop, id, 'ACTIVE');
const save = (by: Actor, { id, version }: EditableGarment, changes: GarmentChanges) =>
  updateGarment(by, shop, id, { version, changes });
const pictureIds = ({ pictures }: EditableGarment) => pictures.map(({ id }) => id);
const conflict = { code: 'conflict' };
const notFound = { code: 'not_found' };
const forbidden = { code: 'forbidden' };

async function tryOn(person: Actor, { slug }: EditableGarment) {
  const model = await makeHouseModel();
  const subject = { kind: 'house-model', slug: model.slug } as const;
  return submitTryOn(person, { garment: slug, subject }, randomUUID());
}

describe('a garment that two people edit', () => {
  it('is saved field by field, and leaves the others alone', async () => {
    const garment = await makeDraft({ material: 'Linen', tags: ['summer'] });
    const saved = await save(ana, garment, { price: '59,9', tags: ['Sale', 'sale', 'new'] });
    expect(saved).toMatchObject({
      title: 'Linen shirt',
      material: 'Linen',
      price: { minor: 5990, currency: 'EUR' },
      tags: ['Sale', 'new'],
      version: garment.version + 1,
    });
  });

  it('keeps what was there first, and says who that was', async () => {
    const garment = await makeDraft();
    await save(ana, garment, { title: 'Flax shirt' });
    await expect(save(ben, garment, { title: 'Cotton shirt' })).rejects.toMatchObject(conflict);
    const seenByBen = await getShopGarment(ben, shop, garment.id);
    expect(seenByBen).toMatchObject({
      title: 'Flax shirt',
      changedBy: { name: 'Ana', isYou: false },
    });
    await save(ben, seenByBen, { title: 'Cotton shirt' });
    expect(await getShopGarment(ben, shop, garment.id)).toMatchObject({
      title: 'Cotton shirt',
      changedBy: { name: 'Ben', isYou: true },
    });
  });

  it('takes one of two changes that come at the same time', async () => {
    const garment = await makeDraft();
    const both = await Promise.allSettled([
      save(ana, garment, { colour: 'Red' }),
      save(ben, garment, { colour: 'Blue' }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is made once, however often it is sent, and never over another shop’s', async () => {
    const body = {
      id: randomUUID(),
      title: 'Once',
      category: 'DRESS',
      price: '10',
    } as const;
    const [first, again] = await Promise.all([
      createGarment(ana, shop, body),
      createGarment(ana, shop, body),
    ]);
    expect(again.slug).toBe(first.slug);
    const rivals = await makeShop(rival);
    await expect(createGarment(rival, rivals.slug, body)).rejects.toMatchObject(conflict);
  });

  it('leaves one entry in the log for a run of one person’s saves', async () => {
    let garment = await makeDraft();
    for (const title of ['Linen', 'Linen sh', 'Linen shirts']) {
      garment = await save(ana, garment, { title });
    }
    garment = await save(ana, garment, { price: '70' });
    await save(ben, garment, { price: '71' });
    const entries = await db().auditEntry.findMany({
      where: { subjectId: garment.id, action: 'garment.updated' },
      orderBy: { id: 'asc' },
    });
    expect(entries.map(({ actorId, detail }) => [actorId, detail])).toEqual([
      [ana.userId, { fields: 'title' }],
      [ana.userId, { fields: 'price title' }],
      [ben.userId, { fields: 'price' }],
    ]);
    expect(entries.every(({ shopId }) => shopId !== null)).toBe(true);
  });
});

describe('the sizes of a garment', () => {
  it('stay what they are when they are renamed, moved and swapped', async () => {
    const [small, medium, large] = sizes('S', 'M', 'L');
    if (!small || !medium || !large) throw new Error('three sizes');
    const garment = await makeDraft({ variants: [small, medium, large] });
    const extra = sizes('XL');
    const saved = await save(ana, garment, {
      variants: [
        { ...medium, size: 'S', sku: 'LS-S', price: '65', stock: 4 },
        { ...small, size: 'M', externalId: 'gid-2' },
        ...extra,
      ],
    });
    expect(saved.variants).toEqual([
      { ...medium, size: 'S', sku: 'LS-S', price: { minor: 6500, currency: 'EUR' }, stock: 4 },
      { ...small, size: 'M', externalId: 'gid-2', price: null },
      { ...extra[0], price: null },
    ]);
  });

  it('are recognised by their name when they come under a new id', async () => {
    const garment = await makeDraft({ variants: sizes('S', 'M') });
    const { variants } = await save(ana, garment, { variants: sizes('M', 'L') });
    expect(variants.map(({ size }) => size)).toEqual(['M', 'L']);
    expect(variants[0]?.id).toBe(garment.variants[1]?.id);
  });

  it('are never another garment’s', async () => {
    const other = await makeDraft({ variants: sizes('S') });
    const garment = await makeDraft();
    const taken = [{ ...(other.variants[0] ?? { id: '' }), size: 'S', price: '', stock: 0 }];
    const variants = sizes('S').map((row) => ({ ...row, id: taken[0]?.id ?? row.id }));
    await expect(save(ana, garment, { variants })).rejects.toMatchObject(conflict);
  });

  it('say which price is none', async () => {
    const garment = await makeDraft();
    const variants = sizes('S').map((row) => ({ ...row, price: 'free' }));
    await expect(save(ana, garment, { variants })).rejects.toMatchObject({
      code: 'invalid_input',
      fields: { 'variants.0.price': expect.stringContaining('49.90') },
    });
  });
});

describe('the pictures of a garment', () => {
  it('change their order, their words and the one for try-ons', async () => {
    const garment = await publish(await makeDraft({ pictures: 3 }));
    const [first, second, third] = pictureIds(garment) as [string, string, string];
    expect((await findGarmentToTryOn(db(), garment.slug))?.image?.id).toBe(first);

    const ordered = await save(ana, garment, {
      pictureOrder: [third, first, second],
      alts: { [second]: 'The back' },
      pinnedPictureId: second,
    });
    expect(pictureIds(ordered)).toEqual([third, first, second]);
    expect(ordered.pictures[2]?.alt).toBe('The back');
    expect(ordered.pinnedPictureId).toBe(second);
    expect((await findGarmentToTryOn(db(), garment.slug))?.image?.id).toBe(second);

    const unpinned = await save(ana, ordered, { pinnedPictureId: null });
    expect(unpinned.pinnedPictureId).toBeNull();
    expect((await findGarmentToTryOn(db(), garment.slug))?.image?.id).toBe(third);
  });

  it('refuse an order that is not of all of them, and a choice that is none of them', async () => {
    const garment = await makeDraft({ pictures: 2 });
    const [first] = pictureIds(garment) as [string];
    const other = pictureIds(await makeDraft({ pictures: 1 }));
    for (const changes of [
      { pictureOrder: [first] },
      { pictureOrder: [first, first] },
      { pictureOrder: [first, ...other] },
      { pinnedPictureId: other[0] },
    ]) {
      await expect(save(ana, garment, changes)).rejects.toMatchObject(conflict);
    }
    expect((await getShopGarment(ana, shop, garment.id)).version).toBe(garment.version);
  });

  it('come back to their place, and to being the one for try-ons, when taken away by mistake', async () => {
    let garment = await makeDraft({ pictures: 3 });
    const ids = pictureIds(garment) as [string, string, string];
    garment = await save(ana, garment, { pinnedPictureId: ids[1] });
    garment = await removeGarmentPicture(ana, shop, garment.id, ids[1]);
    expect(pictureIds(garment)).toEqual([ids[0], ids[2]]);
    expect(garment.pinnedPictureId).toBeNull();
    const back = await restoreGarmentPicture(ana, shop, garment.id, ids[1]);
    expect(pictureIds(back)).toEqual(ids);
    expect(back.pinnedPictureId).toBe(ids[1]);

    await removeGarmentPicture(ana, shop, garment.id, ids[1]);
    const tooLate = new Date(Date.now() + REMOVED_PICTURE_LIFE_MS);
    await expect(
      restoreGarmentPicture(ana, shop, garment.id, ids[1], tooLate),
    ).rejects.toMatchObject(notFound);
  });

  it('leave the shop at once and stay with the looks that show them', async () => {
    const garment = await publish(await makeDraft({ pictures: 2 }));
    const [worn, other] = pictureIds(garment) as [string, string];
    const shopper = await makePerson();
    const { id } = await tryOn(shopper, garment);
    await removeGarmentPicture(ana, shop, garment.id, worn);
    expect((await getGarmentPage(garment.slug))?.images).toHaveLength(1);

    const later = new Date(Date.now() + 2 * REMOVED_PICTURE_LIFE_MS);
    await sweepRemovedPictures(later);
    const image = await db().garmentImage.findUniqueOrThrow({
      where: { id: worn },
      select: { media: { select: { deleteAfter: true } } },
    });
    expect(image.media.deleteAfter).toBeNull();
    const shown = await getTryOn(shopper, id);
    expect(shown.view?.garment.picture?.url).toBe(garment.pictures[0]?.url);

    // The last one of a published garment stays.
    await expect(removeGarmentPicture(ana, shop, garment.id, other)).rejects.toMatchObject({
      code: 'garment_not_ready',
    });
  });

  it('are forgotten with their files after a day when nobody needs them', async () => {
    const garment = await makeDraft({ pictures: 2 });
    const copy = await duplicateGarment(ana, shop, garment.id, { id: randomUUID() });
    const [gone, shared] = pictureIds(garment) as [string, string];
    const media = async (id: string) =>
      (await db().garmentImage.findUniqueOrThrow({ where: { id } })).mediaId;
    const [goneMedia, sharedMedia] = [await media(gone), await media(shared)];
    await removeGarmentPicture(ana, shop, garment.id, gone);
    await removeGarmentPicture(ana, shop, garment.id, shared);
    await removeGarmentPicture(ana, shop, copy.id, pictureIds(copy)[0] ?? '');

    await sweepRemovedPictures();
    expect(await db().garmentImage.count({ where: { id: gone } })).toBe(1);
    await sweepRemovedPictures(new Date(Date.now() + 2 * REMOVED_PICTURE_LIFE_MS));
    expect(await db().garmentImage.count({ where: { id: { in: [gone, shared] } } })).toBe(0);
    const condemned = await db().media.findMany({
      where: { id: { in: [goneMedia, sharedMedia] }, deleteAfter: { not: null } },
    });
    expect(condemned.map(({ id }) => id)).toEqual([goneMedia]);
  });
});

describe('a copy of a garment', () => {
  it('is a draft with the same pictures and sizes, and without what names one thing only', async () => {
    let garment = await makeDraft({
      pictures: 2,
      tags: ['linen'],
      variants: sizes('S', 'M').map((row) => ({ ...row, sku: `LS-${row.size}`, price: '60' })),
      sizeChart: { columns: ['Chest (cm)'], rows: [{ size: 'S', values: [96] }] },
    });
    const [, second] = pictureIds(garment);
    garment = await publish(await save(ana, garment, { pinnedPictureId: second }));
    const copy = await duplicateGarment(ana, shop, garment.id, { id: randomUUID() });
    expect(copy).toMatchObject({
      title: 'Copy of Linen shirt',
      status: 'DRAFT',
      tags: ['linen'],
      sizeChart: garment.sizeChart,
      unused: true,
    });
    expect(copy.slug).not.toBe(garment.slug);
    expect(copy.pictures.map(({ url }) => url)).toEqual(garment.pictures.map(({ url }) => url));
    expect(copy.pinnedPictureId).toBe(copy.pictures[1]?.id);
    expect(copy.variants).toMatchObject([
      { size: 'S', sku: '', stock: 0, price: { minor: 6000 } },
      { size: 'M', sku: '', stock: 0, price: { minor: 6000 } },
    ]);
  });
});

describe('a copy that is asked for twice', () => {
  it('is made once, also when both come at once', async () => {
    const garment = await makeDraft({ pictures: 1, variants: sizes('S') });
    const own = { id: randomUUID() };
    const copies = await Promise.all([
      duplicateGarment(ana, shop, garment.id, own),
      duplicateGarment(ana, shop, garment.id, own),
    ]);
    copies.push(await duplicateGarment(ben, shop, garment.id, own));
    expect(copies.map(({ id }) => id)).toEqual([own.id, own.id, own.id]);
    const copy = await db().garment.findUniqueOrThrow({
      where: { id: own.id },
      select: { _count: { select: { images: true, variants: true } } },
    });
    expect(copy._count).toEqual({ images: 1, variants: 1 });
    expect(await db().auditEntry.count({ where: { subjectId: own.id } })).toBe(1);
  });

  it('is not there when its id is another shop’s garment', async () => {
    const { id } = await makeDraft({ pictures: 1 });
    const { slug } = await makeShop(rival);
    const theirs = await createGarment(rival, slug, {
      id: randomUUID(),
      title: 'Wool coat',
      category: 'UPPER_BODY',
      price: '240',
    });
    await expect(duplicateGarment(ana, shop, id, { id: theirs.id })).rejects.toMatchObject(
      notFound,
    );
  });
});

describe('a garment that is not wanted any more', () => {
  it('is deleted with its pictures when nobody has used it', async () => {
    const garment = await makeDraft({ pictures: 1, variants: sizes('S') });
    const { mediaId } = await db().garmentImage.findFirstOrThrow({
      where: { garmentId: garment.id },
    });
    await deleteGarment(ana, shop, garment.id);
    await expect(getShopGarment(ana, shop, garment.id)).rejects.toMatchObject(notFound);
    const media = await db().media.findUniqueOrThrow({ where: { id: mediaId } });
    expect(media.deleteAfter).not.toBeNull();
  });

  it('stays while it is published, and while looks or favourites go back to it', async () => {
    const tried = await publish(await makeDraft({ pictures: 1 }));
    await expect(deleteGarment(ana, shop, tried.id)).rejects.toMatchObject(conflict);
    await tryOn(await makePerson(), tried);
    const liked = await publish(await makeDraft({ pictures: 1 }));
    await addFavourite(await makePerson(), liked.slug);
    for (const { id } of [tried, liked]) {
      const put = await setGarmentStatus(ana, shop, id, 'ARCHIVED');
      expect(put.unused).toBe(false);
      await expect(deleteGarment(ana, shop, id)).rejects.toMatchObject(conflict);
    }
  });
});

describe('the same garment in other colours', () => {
  it('is found in the shop, belongs together, and parts again', async () => {
    const [blue, red, green] = [
      await makeDraft({ title: 'Parka', colour: 'Navy' }),
      await makeDraft({ title: 'Parka', colour: 'Rust' }),
      await makeDraft({ title: 'Winter parka', colour: 'Moss' }),
    ];
    await makeDraft({ title: 'Parka skirt', category: 'LOWER_BODY' });
    // By the title alone, as long as nobody says otherwise.
    expect(blue.colourFamily).toBe('blue');
    const before = await getShopGarment(ana, shop, blue.id);
    expect(before.colours.map(({ id }) => id)).toEqual([red.id]);
    const found = await findColourCandidates(ana, shop, blue.id, 'parka');
    expect(found.map(({ title }) => title)).toEqual(['Winter parka']);

    const linked = await linkGarmentColour(ana, shop, blue.id, green.id, true);
    expect(new Set(linked.colours.map(({ id }) => id))).toEqual(new Set([red.id, green.id]));
    const parted = await linkGarmentColour(ana, shop, blue.id, red.id, false);
    expect(parted.colours.map(({ id }) => id)).toEqual([green.id]);
    expect((await getShopGarment(ana, shop, red.id)).colours).toEqual([]);
  });

  it('is of the same kind', async () => {
    const [top, bottom] = [await makeDraft(), await makeDraft({ category: 'LOWER_BODY' })];
    await expect(linkGarmentColour(ana, shop, top.id, bottom.id, true)).rejects.toMatchObject({
      code: 'invalid_input',
    });
  });
});

describe('the editor of a garment', () => {
  it('shows the page of a draft to the people of its shop', async () => {
    const garment = await makeDraft({ pictures: 1, description: 'Cut wide.' });
    expect(await getGarmentPreview(viewer, shop, garment.id)).toMatchObject({
      status: 'DRAFT',
      page: { title: 'Linen shirt', description: 'Cut wide.' },
    });
  });

  it('is closed to other shops, and to viewers all but the looking', async () => {
    const garment = await makeDraft({ pictures: 1 });
    const other = await makeDraft();
    const [picture] = pictureIds(garment) as [string];
    const changes = (by: Actor) => [
      () => save(by, garment, { title: 'Mine now' }),
      () => removeGarmentPicture(by, shop, garment.id, picture),
      () => restoreGarmentPicture(by, shop, garment.id, picture),
      () => duplicateGarment(by, shop, garment.id, { id: randomUUID() }),
      () => deleteGarment(by, shop, garment.id),
      () => linkGarmentColour(by, shop, garment.id, other.id, true),
    ];
    const looks = (by: Actor) => [
      () => getShopGarment(by, shop, garment.id),
      () => getGarmentPreview(by, shop, garment.id),
      () => findColourCandidates(by, shop, garment.id, ''),
    ];
    for (const attempt of [...changes(rival), ...looks(rival)]) {
      await expect(attempt()).rejects.toMatchObject(notFound);
    }
    for (const attempt of changes(viewer)) await expect(attempt()).rejects.toMatchObject(forbidden);
    for (const look of looks(viewer)) await expect(look()).resolves.toBeTruthy();
    // A picture of one garment is not taken from another.
    await expect(removeGarmentPicture(ana, shop, other.id, picture)).rejects.toMatchObject(
      notFound,
    );
    expect(await getShopGarment(ana, shop, garment.id)).toMatchObject({ version: garment.version });
  });
});
