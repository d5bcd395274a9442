import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { MAX_IMPORT_BYTES } from '#lib/domain/import-run.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { closeBoss } from '#lib/server/background/boss.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { applyImport as applyStep } from '#lib/server/imports/apply-import.ts';
import { readImport } from '#lib/server/imports/read-import.ts';
import { undoImport as undoStep } from '#lib/server/imports/undo-import.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import {
  applied,
  applyAll,
  bodyOf,
  catalogItem,
  filesOf,
  numbered,
  preview,
  readAll,
  undoAll,
  undone,
  upload,
} from '#lib/server/testing/imports.ts';
import { makePerson, makeShop } from '#lib/server/testing/shop-floor.ts';
import { applyImport } from './apply-import.ts';
import { cancelImport } from './cancel-import.ts';
import { chooseImportKinds } from './choose-import-kinds.ts';
import { getImport } from './get-import.ts';
import { liftShopSuspension } from './lift-shop-suspension.ts';
import { listImportItems } from './list-import-items.ts';
import { listImportKinds } from './list-import-kinds.ts';
import { listImportPictures } from './list-import-pictures.ts';
import { listImports } from './list-imports.ts';
import { mapImport } from './map-import.ts';
import { remapImport } from './remap-import.ts';
import { repeatImport } from './repeat-import.ts';
import { resumeImport } from './resume-import.ts';
import { retryImportPictures } from './retry-import-pictures.ts';
import { startImport } from './start-import.ts';
import { suspendShop } from './suspend-shop.ts';
import { undoImport } from './undo-import.ts';

afterAll(async () => {
  await closeBoss(1_000);
  await disconnect();
});

let merchant: Actor;
let shopId: string;
let shop: string;
beforeEach(async () => {
  merchant = await makePerson({ role: 'MERCHANT' });
  ({ id: shopId, slug: shop } = await makeShop(merchant));
});

const get = (id: string) => getImport(merchant, shop, id);
const garments = () =>
  db().garment.findMany({
    where: { shopId },
    orderBy: { importKey: 'asc' },
    include: { variants: { where: { retiredAt: null }, orderBy: { position: 'asc' } } },
  });
const items = (id: string) =>
  db().importItem.findMany({ where: { runId: id }, orderBy: { position: 'asc' } });
const change = (importKey: string) =>
  db().garment.updateMany({
    where: { shopId, importKey },
    data: { title: 'By hand', version: { increment: 1 } },
  });

describe('an upload', () => {
  it('is kept, and noted with its size', async () => {
    const run = await startImport(merchant, shop, {
      name: 'Frühling 2027.csv',
      body: bodyOf('a,b\n1,2\n'),
      size: null,
    });
    expect(run).toMatchObject({ fileName: 'Frühling 2027.csv', fileBytes: 8, state: 'uploaded' });
    const { storageKey } = await db().importRun.findUniqueOrThrow({ where: { id: run.id } });
    expect(await storage().head(storageKey ?? '')).toMatchObject({ size: 8 });
    expect((await listImports(merchant, shop, { limit: 10 })).items).toMatchObject([
      { id: run.id, startedBy: 'Test' },
    ]);
  });

  it('is refused when it is empty, and leaves nothing', async () => {
    const file = { name: 'a.csv', body: bodyOf(''), size: null };
    await expect(startImport(merchant, shop, file)).rejects.toMatchObject({
      code: 'invalid_input',
    });
    expect((await listImports(merchant, shop, { limit: 10 })).items).toEqual([]);
  });

  it('is broken off at the limit, whatever it says of itself, and leaves nothing', async () => {
    const mebibyte = new Uint8Array(1024 * 1024);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += mebibyte.length;
        controller.enqueue(mebibyte);
      },
    });
    await expect(
      startImport(merchant, shop, { name: 'a.csv', body: endless, size: null }),
    ).rejects.toMatchObject({ code: 'too_large' });
    expect(sent).toBeLessThan(MAX_IMPORT_BYTES + 8 * mebibyte.length);
    const told = { name: 'a.csv', body: bodyOf('x'), size: MAX_IMPORT_BYTES + 1 };
    await expect(startImport(merchant, shop, told)).rejects.toMatchObject({ code: 'too_large' });
    expect(await db().importRun.count({ where: { shopId } })).toBe(0);
  });
});

describe('a preview', () => {
  it('shows what would happen, and changes nothing', async () => {
    await applied(merchant, shop, [catalogItem(), catalogItem({ importKey: 'b', title: 'B' })]);
    const before = await garments();
    const id = await preview(merchant, shop, [
      catalogItem(),
      catalogItem({
        importKey: 'b',
        title: 'B',
        colour: 'Blue',
        price: { minor: 100, currency: null },
      }),
      catalogItem({ importKey: 'c', title: 'C', lines: { from: 4, to: 6 } }),
      catalogItem({ importKey: 'd', title: '', lines: { from: 7, to: 7 } }),
      catalogItem({ importKey: 'c', lines: { from: 8, to: 8 } }),
      catalogItem({ importKey: 'e', category: { value: null, because: 'unknown' } }),
    ]);
    const { state, partRead, creates, updates, skips, errors } = await get(id);
    expect({ state, partRead, creates, updates, skips, errors }).toEqual({
      state: 'ready',
      partRead: 1,
      creates: 1,
      updates: 1,
      skips: 2,
      errors: 2,
    });
    const { items: shown } = await listImportItems(merchant, shop, id, { limit: 50 });
    expect(shown.map(({ action, reason }) => reason ?? action)).toEqual([
      'unchanged',
      'UPDATE',
      'CREATE',
      'ERROR',
      'ERROR',
      'undecided',
    ]);
    expect(shown[1]?.changes).toEqual([
      { field: 'price', before: '€79.50', after: '€1.00' },
      { field: 'colour', before: '', after: 'Blue' },
    ]);
    expect(shown[3]?.problems).toMatchObject([{ line: 7, severity: 'error' }]);
    expect(shown[4]?.problems[0]?.message).toBe(
      '“c” stands in line 4 already. The first one counts.',
    );
    expect(await garments()).toEqual(before);
  });

  it('knows a garment made by hand by its slug, and one of another shop not at all', async () => {
    const slug = `by-hand-${randomUUID()}`;
    const data = {
      title: 'Linen shirt',
      category: 'UPPER_BODY',
      priceMinor: 7950,
      currency: 'EUR',
    } as const;
    await db().garment.create({ data: { ...data, slug, shopId } });
    const other = await makeShop();
    await db().garment.create({ data: { ...data, slug: `${slug}-2`, shopId: other.id } });
    const id = await preview(merchant, shop, [
      catalogItem({ importKey: slug }),
      catalogItem({ importKey: `${slug}-2` }),
    ]);
    expect((await items(id)).map(({ action }) => action)).toEqual(['SKIP', 'CREATE']);
  });

  it('goes on where a task died, without a double', async () => {
    const all = numbered(450);
    function* dying() {
      yield* all.slice(0, 300);
      throw new Error('killed');
    }
    const id = await upload(merchant, shop);
    await expect(readAll(id, dying())).rejects.toThrow('killed');
    expect(await get(id)).toMatchObject({ state: 'reading', items: 200 });
    await readAll(id, all);
    expect(await get(id)).toMatchObject({ state: 'ready', items: 450, creates: 450 });
    expect((await items(id)).map(({ importKey }) => importKey)).toEqual(
      all.map(({ importKey }) => importKey),
    );
  });

  it('hands over between two batches, in the transaction of the first', async () => {
    const all = numbered(450);
    const id = await upload(merchant, shop);
    let asked = 0;
    const handOver = async () => {
      asked += 1;
    };
    const step = () => readImport(id, { files: filesOf(all), isOver: () => true, handOver });
    await step();
    expect([asked, (await get(id)).items]).toEqual([1, 200]);
    const broken = readImport(id, {
      files: filesOf(all),
      isOver: () => true,
      handOver: async () => {
        throw new Error('no queue');
      },
    });
    await expect(broken).rejects.toThrow('no queue');
    expect((await get(id)).items).toBe(200);
    await step();
    await step();
    expect(await get(id)).toMatchObject({ state: 'ready', items: 450 });
    expect(asked).toBe(2);
  });

  it('is read once when two tasks do it at the same time', async () => {
    const id = await upload(merchant, shop);
    await Promise.all([readAll(id, numbered(450)), readAll(id, numbered(450))]);
    expect(await get(id)).toMatchObject({ state: 'ready', items: 450, creates: 450 });
  });

  it('says so when there is nothing in the file', async () => {
    const id = await preview(merchant, shop, []);
    expect(await get(id)).toMatchObject({
      state: 'failed',
      failedIn: 'reading',
      error: 'There is no garment in this file.',
    });
    await cancelImport(merchant, shop, id);
  });

  it('asks what is not known, for one garment or for all of a product type', async () => {
    const unknown = { value: null, because: 'unknown' } as const;
    const id = await preview(merchant, shop, [
      ...numbered(3, { category: unknown, productType: 'Gilets' }),
      catalogItem({ importKey: 'tote', category: unknown, productType: 'Bags' }),
      catalogItem({ importKey: 'shirt', productType: 'Shirts' }),
      catalogItem({
        importKey: 'sun',
        productType: 'Summer',
        category: { value: 'DRESS', because: 'tags' },
      }),
    ]);
    expect(await listImportKinds(merchant, shop, id)).toMatchObject([
      { productType: 'Bags', garments: 1, kinds: [{ because: 'unknown' }] },
      { productType: 'Gilets', garments: 3 },
      { productType: 'Shirts', kinds: [{ category: 'UPPER_BODY', because: 'title' }] },
      { productType: 'Summer', kinds: [{ category: 'DRESS', because: 'tags' }] },
    ]);
    const shown = await listImportItems(merchant, shop, id, { limit: 10 });
    expect(shown.items.map(({ kind }) => kind?.because)).toEqual([
      'unknown',
      'unknown',
      'unknown',
      'unknown',
      'title',
      'tags',
    ]);
    const choose = (
      of: { position: number } | { productType: string },
      category: 'UPPER_BODY' | 'DRESS' | null,
    ) => chooseImportKinds(merchant, shop, id, { of, category });
    expect(await choose({ productType: 'Gilets' }, 'UPPER_BODY')).toMatchObject({
      creates: 5,
      skips: 1,
      unchanged: 0,
    });
    expect(await choose({ productType: 'Bags' }, null)).toMatchObject({ creates: 6, skips: 0 });
    await choose({ position: 1 }, 'DRESS');
    await expect(choose({ productType: 'Hats' }, null)).rejects.toMatchObject({
      code: 'not_found',
    });
    await applyImport(merchant, shop, id);
    await expect(choose({ position: 1 }, null)).rejects.toMatchObject({ code: 'conflict' });
    await applyAll(id);
    expect((await garments()).map(({ category }) => category)).toEqual([
      'UPPER_BODY',
      'DRESS',
      'UPPER_BODY',
      'UPPER_BODY',
      'DRESS',
      null,
    ]);
  });

  it('counts what goes live with its picture, and what is as it was', async () => {
    const pictures = [{ url: 'https://shop.example/a.jpg' }];
    const unknown = { value: null, because: 'unknown' } as const;
    const there = catalogItem({ importKey: 'there' });
    await applied(merchant, shop, [there]);
    const id = await preview(merchant, shop, [
      there,
      catalogItem({ importKey: 'live', status: 'ACTIVE', pictures }),
      catalogItem({ importKey: 'no-picture', status: 'ACTIVE', pictures: [] }),
      catalogItem({ importKey: 'picture-not-said', status: 'ACTIVE' }),
      catalogItem({ importKey: 'draft', status: 'DRAFT', pictures }),
      catalogItem({ importKey: 'undecided', status: 'ACTIVE', pictures, category: unknown }),
      catalogItem({ importKey: 'shirt#blue', style: 'shirt' }),
      catalogItem({ importKey: 'shirt#red', style: 'shirt' }),
    ]);
    const counts = { creates: 6, publishes: 1, skips: 2, unchanged: 1, inColours: 1 };
    expect(await get(id)).toMatchObject(counts);
  });

  it('can be put away, with its file', async () => {
    const id = await preview(merchant, shop, numbered(3));
    await cancelImport(merchant, shop, id);
    await cancelImport(merchant, shop, id);
    expect((await get(id)).state).toBe('cancelled');
    expect(await items(id)).toEqual([]);
    await expect(applyImport(merchant, shop, id)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('applying', () => {
  it('brings the shop to what the file says', async () => {
    const size = { size: 'M', sku: 'LS-M', stock: 4, source: { 'Variant Grams': '200' } };
    const id = await applied(merchant, shop, [
      catalogItem({
        description: 'Washed linen',
        tags: ['linen'],
        source: { Vendor: 'Halden' },
        variants: [size, { size: 'L', price: { minor: 8950, currency: 'EUR' }, source: {} }],
      }),
    ]);
    expect(await get(id)).toMatchObject({ state: 'applied', applied: 1, conflicts: 0 });
    expect(await garments()).toMatchObject([
      {
        importKey: 'linen-shirt',
        status: 'DRAFT',
        description: 'Washed linen',
        source: { Vendor: 'Halden' },
        version: 1,
        variants: [
          {
            size: 'M',
            sku: 'LS-M',
            stock: 4,
            priceMinor: null,
            source: { 'Variant Grams': '200' },
          },
          { size: 'L', stock: 1, priceMinor: 8950, source: null },
        ],
      },
    ]);
    const again = await preview(merchant, shop, [catalogItem({ variants: [size] })]);
    expect((await items(again))[0]?.action).toBe('UPDATE');
    await applyImport(merchant, shop, again);
    await applyAll(again);
    expect(await garments()).toMatchObject([{ version: 2, variants: [{ size: 'M' }] }]);
    expect(
      await db().auditEntry.findMany({
        where: { shopId, subjectId: id },
        orderBy: { id: 'asc' },
        select: { action: true, detail: true },
      }),
    ).toEqual([
      { action: 'import.uploaded', detail: { bytes: 8 } },
      { action: 'import.applied', detail: { creates: 1, updates: 0 } },
    ]);
  });

  it('finds each new garment an address of its own', async () => {
    await applied(merchant, shop, numbered(120, { title: 'Tee' }));
    const slugs = (await garments()).map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(120);
  });

  it('happens once, however often and from wherever it is asked for', async () => {
    const id = await preview(merchant, shop, numbered(250));
    const asked = [1, 2, 3].map(() => applyImport(merchant, shop, id));
    await Promise.all(asked);
    const jobs = await db().$queryRaw<{ count: bigint }[]>`
      SELECT count(*) FROM pgboss.job WHERE name = 'import-apply' AND data->>'runId' = ${id}`;
    expect(Number(jobs[0]?.count)).toBe(1);
    await Promise.all([applyAll(id), applyAll(id)]);
    await applyAll(id);
    expect(await get(id)).toMatchObject({ state: 'applied', applied: 250 });
    expect(await garments()).toHaveLength(250);
  });

  it('goes on where a task died, and never applies half a batch', async () => {
    const id = await preview(merchant, shop, numbered(250));
    await applyImport(merchant, shop, id);
    let batches = 0;
    const dying = applyStep(id, {
      isOver: () => {
        batches += 1;
        return batches === 2;
      },
      handOver: async () => {
        throw new Error('killed');
      },
      fetchPictures: async () => {},
    });
    await expect(dying).rejects.toThrow('killed');
    expect((await get(id)).applied).toBe(100);
    expect(await garments()).toHaveLength(100);
    await applyAll(id);
    expect(await get(id)).toMatchObject({ state: 'applied', applied: 250 });
    expect(await garments()).toHaveLength(250);
  });

  it('stops when the shop is suspended, and goes on once that is lifted', async () => {
    const admin = await makePerson({ role: 'ADMIN' });
    const id = await preview(merchant, shop, numbered(150));
    await applyImport(merchant, shop, id);
    await applyStep(id, {
      isOver: () => true,
      handOver: async () => {},
      fetchPictures: async () => {},
    });
    await suspendShop(admin, shop, 'Why');
    await applyAll(id);
    const stopped = await get(id);
    expect(stopped).toMatchObject({ state: 'failed', failedIn: 'applying', applied: 100 });
    expect(stopped.error).toContain('suspended');
    await expect(resumeImport(merchant, shop, id)).rejects.toMatchObject({ code: 'forbidden' });
    await liftShopSuspension(admin, shop);
    await resumeImport(merchant, shop, id);
    await applyAll(id);
    expect(await get(id)).toMatchObject({ state: 'applied', applied: 150 });
  });

  it('overwrites nothing that was changed since the preview, and offers another one', async () => {
    await applied(merchant, shop, numbered(3));
    const id = await preview(merchant, shop, [...numbered(3, { colour: 'Red' }), catalogItem()]);
    await change('key-1');
    await db().garment.deleteMany({ where: { shopId, importKey: 'key-2' } });
    // Somebody else's import has brought it meanwhile.
    await applied(merchant, shop, [catalogItem({ colour: 'Blue' })]);
    await applyImport(merchant, shop, id);
    await applyAll(id);
    expect(await get(id)).toMatchObject({ state: 'applied', applied: 1, conflicts: 3 });
    expect((await garments()).map(({ title, colour }) => `${title} ${colour}`)).toEqual([
      'Garment 0 Red',
      'By hand ',
      'Linen shirt Blue',
    ]);
    const { items: left } = await listImportItems(merchant, shop, id, {
      limit: 50,
      outcome: 'CHANGED_MEANWHILE',
    });
    expect(left.map(({ importKey }) => importKey)).toEqual(['key-1', 'key-2', 'linen-shirt']);
    const again = await repeatImport(merchant, shop, id);
    expect(again.id).not.toBe(id);
    expect(again).toMatchObject({ state: 'uploaded', fileBytes: 8 });
  });

  it('is refused when there is nothing to apply', async () => {
    const id = await preview(merchant, shop, [catalogItem({ title: '' })]);
    await expect(applyImport(merchant, shop, id)).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('undoing', () => {
  it('removes what was made, and brings back what was changed', async () => {
    const size = { size: 'M', sku: 'A', stock: 3, source: { Grams: '1' } };
    await applied(merchant, shop, numbered(2, { colour: 'Blue', variants: [size] }));
    const before = await garments();
    const id = await applied(merchant, shop, [
      ...numbered(2, { colour: '', tags: ['new'], variants: [{ size: 'L', source: {} }] }),
      catalogItem(),
    ]);
    expect(await get(id)).toMatchObject({ undoUntil: expect.any(String) });
    await undone(merchant, shop, id);
    expect(await get(id)).toMatchObject({ state: 'undone', removed: 1, restored: 2, kept: 0 });
    const same = (list: Awaited<ReturnType<typeof garments>>) =>
      list.map(({ updatedAt: _at, version: _version, ...garment }) => garment);
    expect(same(await garments())).toEqual(same(before));
    await undone(merchant, shop, id);
    expect(await get(id)).toMatchObject({ removed: 1, restored: 2, undoUntil: null });
  });

  it('leaves what somebody has changed since, and puts away what somebody wears or wants', async () => {
    await applied(merchant, shop, numbered(1));
    const id = await applied(merchant, shop, [
      ...numbered(1, { colour: 'Red' }),
      ...numbered(3, { variants: [{ size: 'M', source: {} }] }).slice(1),
    ]);
    await change('key-0');
    const shopper = await makePerson();
    const variant = await db().garmentVariant.findFirstOrThrow({
      where: { garment: { shopId, importKey: 'key-1' } },
    });
    await db().bagLine.create({
      data: { userId: shopper.userId, variantId: variant.id, quantity: 1 },
    });
    await undone(merchant, shop, id);
    expect(await get(id)).toMatchObject({ removed: 1, archived: 1, restored: 0, kept: 1 });
    expect(
      (await garments()).map(({ importKey, status, colour }) => [importKey, status, colour]),
    ).toEqual([
      ['key-0', 'DRAFT', 'Red'],
      ['key-1', 'ARCHIVED', ''],
    ]);
    expect(await db().bagLine.count({ where: { userId: shopper.userId } })).toBe(1);
  });

  it('goes on where a task died, and happens once', async () => {
    const id = await applied(merchant, shop, numbered(120));
    await Promise.all([undoImport(merchant, shop, id), undoImport(merchant, shop, id)]);
    const dying = undoStep(id, {
      isOver: () => true,
      handOver: async () => {
        throw new Error('killed');
      },
    });
    await expect(dying).rejects.toThrow('killed');
    expect(await garments()).toHaveLength(120);
    await undoStep(id, { isOver: () => true, handOver: async () => {} });
    expect(await garments()).toHaveLength(70);
    await Promise.all([undoAll(id), undoAll(id)]);
    expect(await get(id)).toMatchObject({ state: 'undone', removed: 120 });
  });

  it('is possible for thirty days, and not before anything was applied', async () => {
    const id = await preview(merchant, shop, numbered(1));
    await expect(undoImport(merchant, shop, id)).rejects.toMatchObject({ code: 'conflict' });
    await applyImport(merchant, shop, id);
    await applyAll(id);
    const late = new Date(Date.now() + 31 * 86_400_000);
    await expect(undoImport(merchant, shop, id, late)).rejects.toMatchObject({ code: 'conflict' });
  });

  it('is what is left for a run that failed half-way, beside going on', async () => {
    const id = await preview(merchant, shop, numbered(250));
    await applyImport(merchant, shop, id);
    await applyStep(id, {
      isOver: () => true,
      handOver: async () => {},
      fetchPictures: async () => {},
    });
    await db().importRun.update({ where: { id }, data: { state: 'failed', failedIn: 'applying' } });
    await expect(cancelImport(merchant, shop, id)).rejects.toMatchObject({ code: 'conflict' });
    expect(await resumeImport(merchant, shop, id)).toMatchObject({
      state: 'applying',
      error: null,
    });
    await db().importRun.update({ where: { id }, data: { state: 'failed', failedIn: 'applying' } });
    await undone(merchant, shop, id);
    expect(await get(id)).toMatchObject({ state: 'undone', removed: 100 });
    expect(await garments()).toEqual([]);
  });
});

describe('an import', () => {
  it('is not there for another shop’s people, neither through it nor through their own', async () => {
    const id = await preview(merchant, shop, numbered(1));
    const rival = await makePerson({ role: 'MERCHANT' });
    const own = (await makeShop(rival)).slug;
    for (const through of [shop, own]) {
      const attempts = [
        () => getImport(rival, through, id),
        () => listImportItems(rival, through, id, { limit: 10 }),
        () => listImportKinds(rival, through, id),
        () => listImportPictures(rival, through, id),
        () => chooseImportKinds(rival, through, id, { of: { position: 0 }, category: null }),
        () => mapImport(rival, through, id, {}),
        () => remapImport(rival, through, id),
        () => applyImport(rival, through, id),
        () => undoImport(rival, through, id),
        () => resumeImport(rival, through, id),
        () => repeatImport(rival, through, id),
        () => retryImportPictures(rival, through, id),
        () => cancelImport(rival, through, id),
      ];
      for (const attempt of attempts) {
        await expect(attempt()).rejects.toMatchObject({ code: 'not_found' });
      }
    }
    const file = { name: 'a.csv', body: bodyOf('x'), size: null };
    await expect(startImport(rival, shop, file)).rejects.toMatchObject({ code: 'not_found' });
    expect(await get(id)).toMatchObject({ state: 'ready' });
  });

  it('may be looked at but not worked on by a viewer', async () => {
    const id = await preview(merchant, shop, numbered(1));
    const viewer = await makePerson({ role: 'MERCHANT' });
    await db().shopMember.create({ data: { shopId, userId: viewer.userId, role: 'VIEWER' } });
    expect(await getImport(viewer, shop, id)).toMatchObject({ creates: 1 });
    const file = { name: 'a.csv', body: bodyOf('x'), size: null };
    for (const attempt of [
      () => startImport(viewer, shop, file),
      () => applyImport(viewer, shop, id),
      () => undoImport(viewer, shop, id),
      () => cancelImport(viewer, shop, id),
      () => chooseImportKinds(viewer, shop, id, { of: { position: 0 }, category: null }),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: 'forbidden' });
    }
  });
});
