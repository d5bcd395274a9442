import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '#lib/server/auth/actor.ts';
import { closeBoss } from '#lib/server/background/boss.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { catalogFiles } from '#lib/server/imports/current-catalog-files.ts';
import { readImport } from '#lib/server/imports/read-import.ts';
import { keepMedia } from '#lib/server/repositories/media.ts';
import { addGarmentImage } from '#lib/server/repositories/shop-garments.ts';
import { applyAll, bodyOf, fetchAll } from '#lib/server/testing/imports.ts';
import { makeGarment, makePerson, makeShop, plainPicture } from '#lib/server/testing/shop-floor.ts';
import { applyImport } from './apply-import.ts';
import { cleanUpload } from './clean-upload.ts';
import { exportCatalog } from './export-catalog.ts';
import { getImport } from './get-import.ts';
import { listImportItems } from './list-import-items.ts';
import { startImport } from './start-import.ts';
import { storeGarmentPicture } from './store-garment-picture.ts';

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

async function preview(name: string, text: string): Promise<string> {
  const { id } = await startImport(merchant, shop, { name, body: bodyOf(text), size: null });
  await readImport(id, { files: catalogFiles, isOver: () => false, handOver: async () => {} });
  return id;
}

async function take(name: string, text: string): Promise<void> {
  const id = await preview(name, text);
  await applyImport(merchant, shop, id);
  await applyAll(id);
  const bytes = await plainPicture();
  await fetchAll(id, async () => ({ ok: true, bytes }));
}

const exported = async (format: string, status?: 'ACTIVE') => {
  const { body } = await exportCatalog(merchant, shop, format, { status });
  return new Response(body).text();
};

/** What a file would do, garment by garment. */
async function whatItWouldDo(name: string, text: string) {
  const id = await preview(name, text);
  const { state, error } = await getImport(merchant, shop, id);
  expect({ state, error }).toEqual({ state: 'ready', error: null });
  const { items } = await listImportItems(merchant, shop, id, { limit: 100 });
  return items.map(({ importKey, reason, action, changes, problems }) => ({
    importKey,
    does: reason ?? action,
    ...(changes.length > 0 ? { changes } : {}),
    ...(problems.length > 0 ? { problems } : {}),
  }));
}

const shopifyFile = `Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Variant SKU,Variant Grams,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Image Src,Image Position,Image Alt Text,Variant Image,SEO Title,Status
washed-shirt,Washed shirt,"<p>Soft, <em>washed</em> linen.</p>",Halden,Shirts,"linen, new",true,Colour,Écru,Size,S,WS-E-S,200,shopify,3,79.50,https://cdn.example/ecru.jpg,1,In écru,https://cdn.example/ecru.jpg,"Shirt | ""Halden""",active
washed-shirt,,,,,,,,Écru,,M,WS-E-M,210,shopify,0,79.50,https://cdn.example/blue.jpg,2,In blue,https://cdn.example/ecru.jpg,,
washed-shirt,,,,,,,,Blue,,S,WS-B-S,200,shopify,5,84.50,,,,https://cdn.example/blue.jpg,,
market-tote,Market tote,Plain words,Halden,Bags,,true,Title,Default Title,,,MT,400,,,39,https://cdn.example/tote.jpg,1,,,,draft
tea-dress,Tea dress,,Halden,Dresses,summer,true,Size,38,,,TD-38,300,shopify,1,129.00,,,,,,archived
`;

describe('a catalog that comes and goes', () => {
  it('as Shopify’s product file changes nothing when it comes back', async () => {
    await take('shopify.csv', shopifyFile);
    expect(
      await db().garment.findMany({
        where: { shopId },
        orderBy: { importKey: 'asc' },
        select: { importKey: true, style: true, status: true, category: true },
      }),
    ).toEqual([
      { importKey: 'market-tote', style: null, status: 'DRAFT', category: null },
      { importKey: 'tea-dress', style: null, status: 'ARCHIVED', category: 'DRESS' },
      {
        importKey: 'washed-shirt#blue',
        style: 'washed-shirt',
        status: 'ACTIVE',
        category: 'UPPER_BODY',
      },
      {
        importKey: 'washed-shirt#ecru',
        style: 'washed-shirt',
        status: 'ACTIVE',
        category: 'UPPER_BODY',
      },
    ]);
    const unchanged = ['market-tote', 'tea-dress', 'washed-shirt#blue', 'washed-shirt#ecru'].map(
      (importKey) => ({ importKey, does: 'unchanged' }),
    );
    const byKey = (list: { importKey: string }[]) =>
      list.toSorted((a, b) => (a.importKey < b.importKey ? -1 : 1));
    expect(byKey(await whatItWouldDo('again.csv', shopifyFile))).toEqual(unchanged);
    expect(byKey(await whatItWouldDo('export.csv', await exported('shopify')))).toEqual(unchanged);
    expect((await whatItWouldDo('export.csv', await exported('shopify', 'ACTIVE'))).length).toBe(2);
  });

  it.each(['shopify', 'google_tsv', 'google_xml', 'own'])('made by hand, as %s', async (format) => {
    const first = await makeGarment({ shopId });
    const second = await makeGarment({ shopId, category: 'DRESS' });
    await makeGarment();
    const picture = await storeGarmentPicture(
      await cleanUpload(await plainPicture(), 'garment'),
      new Date(),
    );
    await keepMedia(db(), [picture.mediaId, picture.inputMediaId]);
    await addGarmentImage(db(), { garmentId: first.id, alt: 'Back', ...picture });
    await db().garment.update({
      where: { id: first.id },
      data: {
        description: 'Soft.\n\nWashed twice.',
        colour: 'Écru',
        style: 'shirts',
        tags: ['linen', 'new'],
        variants: {
          create: [
            { size: 'S', stock: 3, position: 0, sku: 'A-1' },
            { size: 'M', stock: 0, position: 1, priceMinor: 5900 },
          ],
        },
      },
    });
    const done = await whatItWouldDo('export', await exported(format));
    // A feed tells colours apart in its keys, whatever the garment is called here.
    expect(done.map(({ importKey, does }) => [importKey.replace(/#.*/, ''), does])).toEqual([
      [second.slug, 'unchanged'],
      [first.slug, 'unchanged'],
    ]);
  });

  it.each(['google_tsv', 'google_xml', 'own'])('from Shopify, as %s', async (format) => {
    await take('shopify.csv', shopifyFile);
    const done = await whatItWouldDo(`export.${format}`, await exported(format));
    expect(done.filter(({ does }) => does !== 'unchanged')).toEqual([]);
    expect(done).toHaveLength(4);
  });

  it('is another shop’s business', async () => {
    const rival = await makePerson({ role: 'MERCHANT' });
    await expect(exportCatalog(rival, shop, 'shopify', {})).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(exportCatalog(merchant, shop, 'pdf', {})).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
