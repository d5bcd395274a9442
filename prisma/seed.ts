import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { hashPassword } from '#lib/server/auth/password.ts';
import { db, disconnect } from '#lib/server/db.ts';
import { toProviderInput } from '#lib/server/images/provider-input.ts';
import { makeRenditions } from '#lib/server/images/renditions.ts';
import { keepMedia } from '#lib/server/repositories/media.ts';
import { addGarmentImage } from '#lib/server/repositories/shop-garments.ts';
import { cleanUpload } from '#lib/server/use-cases/clean-upload.ts';
import { storeGarmentPicture } from '#lib/server/use-cases/store-garment-picture.ts';
import { storePicture } from '#lib/server/use-cases/store-picture.ts';
import { demoAccounts, demoHouseModels, demoShops } from './demo-collection.ts';
import { type DemoGarment, demoGarments } from './demo-garments.ts';
import { demoSizeCharts } from './demo-size-charts.ts';

export { demoAccounts } from './demo-collection.ts';

const demoPictures = path.resolve(import.meta.dirname, '../public/demo');

const HOUR_MS = 3_600_000;
/** Something new hangs in the shops every other day. */
const BETWEEN_GARMENTS_MS = 40 * HOUR_MS;

/**
 * Puts the demo into an empty database, through the same code as a merchant's uploads. A database
 * with a shop in it is left alone. One that was interrupted goes on where it stopped.
 *
 * @returns whether anything was written.
 */
export async function seed(): Promise<boolean> {
  if ((await db().setting.count({ where: { key: 'seeded' } })) > 0) return false;
  if ((await db().shop.count({ where: { slug: { notIn: demoShops.map((s) => s.slug) } } })) > 0) {
    return false;
  }
  await seedAccounts();
  await seedShops();
  const now = new Date();
  for (const [place, garment] of demoGarments.entries()) {
    await seedGarment(garment, new Date(now.getTime() - place * BETWEEN_GARMENTS_MS), now);
  }
  for (const [position, model] of demoHouseModels.entries()) await seedHouseModel(model, position);
  await db().setting.create({ data: { key: 'seeded', value: true } });
  return true;
}

async function seedAccounts(): Promise<void> {
  for (const { email, name, role, password } of demoAccounts) {
    const passwordHash = await hashPassword(password);
    await db().user.upsert({
      where: { email },
      create: { email, name, role, passwordHash, emailVerified: new Date() },
      update: {},
    });
  }
}

async function seedShops(): Promise<void> {
  // They sell already, so nobody has to show them how to begin.
  const guide = { guideFinishedAt: new Date(), guideHiddenAt: new Date() };
  for (const { owner, ...shop } of demoShops) {
    const { id: shopId } = await db().shop.upsert({
      where: { slug: shop.slug },
      create: { ...shop, ...guide },
      update: {},
    });
    if (!owner) continue;
    const { id: userId } = await db().user.findUniqueOrThrow({ where: { email: owner } });
    await db().shopMember.upsert({
      where: { shopId_userId: { shopId, userId } },
      create: { shopId, userId, role: 'OWNER' },
      update: {},
    });
  }
}

async function seedGarment(garment: DemoGarment, publishedAt: Date, now: Date): Promise<void> {
  const { slug, pictures, shop: shopSlug, chart, soldOut = [], ...fields } = garment;
  if ((await db().garment.count({ where: { slug } })) > 0) return;
  const shop = await db().shop.findUniqueOrThrow({ where: { slug: shopSlug } });
  const stored = await Promise.all(
    pictures.map(async ({ file, alt }) => ({
      alt,
      ...(await storeGarmentPicture(await readPicture(file), now)),
    })),
  );
  const { columns, rows } = demoSizeCharts[chart];
  await db().$transaction(async (tx) => {
    const { id: garmentId } = await tx.garment.create({
      data: {
        ...fields,
        slug,
        shopId: shop.id,
        currency: shop.currency,
        status: 'ACTIVE',
        publishedAt,
        sizeChart: {
          columns: [...columns],
          rows: rows.map(({ size, values }) => ({ size, values: [...values] })),
        },
        variants: {
          create: rows.map(({ size }, position) => ({
            size,
            sku: `${slug}-${size}`.toUpperCase(),
            position,
            stock: soldOut.includes(size) ? 0 : 8,
          })),
        },
      },
      select: { id: true },
    });
    for (const picture of stored) {
      await keepMedia(tx, [picture.mediaId, picture.inputMediaId]);
      await addGarmentImage(tx, { garmentId, ...picture });
    }
  });
}

async function seedHouseModel(
  { file, ...model }: (typeof demoHouseModels)[number],
  position: number,
): Promise<void> {
  if ((await db().houseModel.count({ where: { slug: model.slug } })) > 0) return;
  const now = new Date();
  const picture = await readPicture(file);
  const options = { ownerId: null, now } as const;
  const mediaId = await storePicture(picture, {
    kind: 'models',
    visibility: 'PUBLIC',
    renditions: await makeRenditions(picture.bytes),
    ...options,
  });
  const inputMediaId = await storePicture(await toProviderInput(picture.bytes, 'person'), {
    kind: 'inputs',
    visibility: 'PRIVATE',
    ...options,
  });
  await db().$transaction(async (tx) => {
    await keepMedia(tx, [mediaId, inputMediaId]);
    await tx.houseModel.create({ data: { ...model, position, mediaId, inputMediaId } });
  });
}

const readPicture = async (file: string) =>
  cleanUpload(await readFile(path.join(demoPictures, file)), 'garment');

if (import.meta.main) {
  const written = await seed();
  console.log(
    written ? 'The demo collection is in place.' : 'There is data already; left as it is.',
  );
  await disconnect();
}
