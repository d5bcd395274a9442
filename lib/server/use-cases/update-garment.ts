import 'server-only';
import type {
  ChangeGarmentBody,
  EditableGarment,
  GarmentChanges,
} from '#lib/contracts/garment-edit.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { type Db, db } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordFieldChange } from '#lib/server/repositories/audit.ts';
import {
  listPictureIds,
  orderPictures,
  setPictureAlt,
} from '#lib/server/repositories/garment-pictures.ts';
import { refreshReadiness } from '#lib/server/repositories/picture-readiness.ts';
import {
  areOthersVariants,
  findGarmentToChange,
  type GarmentColumns,
  setVariants,
  updateGarment as updateGarmentRow,
} from '#lib/server/repositories/shop-garments.ts';
import { transact } from '#lib/server/transact.ts';
import { getShopGarment } from './get-shop-garment.ts';
import { distinctTags, readPrice, toVariantColumns } from './write-garment.ts';

/**
 * Changes some of its fields, if nobody has changed any since the version that the changes were made
 * to.
 *
 * @throws AppError not_found (also for another shop's), forbidden, invalid_input, conflict
 */
export async function updateGarment(
  actor: Actor,
  shop: string,
  id: string,
  { version, changes }: ChangeGarmentBody,
  now = new Date(),
): Promise<EditableGarment> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  const editable = await findGarmentToChange(db(), own.id, id);
  if (!editable) throw new AppError('not_found');
  const columns = toColumns(changes, editable.currency);
  const variants = changes.variants && toVariantColumns(changes.variants, editable.currency);
  await transact(async (tx) => {
    await assertOwnPictures(tx, id, changes);
    // Holds the row: two who change it at once come one after the other.
    if (!(await updateGarmentRow(tx, own.id, { id, version }, columns))) {
      throw new AppError('conflict');
    }
    if (variants) {
      const named = variants.map((variant) => variant.id);
      if (await areOthersVariants(tx, id, named)) throw new AppError('conflict');
      await setVariants(tx, id, variants, now);
    }
    await writePictures(tx, id, changes);
    await refreshReadiness(tx, id);
    await recordFieldChange(
      tx,
      { actorId: actor.userId, subjectId: id, shopId: own.id },
      Object.keys(changes),
      now,
    );
  });
  return getShopGarment(actor, shop, id);
}

function toColumns(changes: GarmentChanges, currency: string): GarmentColumns {
  const { title, description, category, colour, material, productType } = changes;
  const { price, tags, sizeChart, pinnedPictureId } = changes;
  return {
    title,
    description,
    category,
    colour,
    material,
    productType,
    ...(price === undefined ? {} : { priceMinor: readPrice(price, currency) }),
    ...(tags && { tags: distinctTags(tags) }),
    ...(sizeChart === undefined ? {} : { sizeChart: sizeChart ?? Prisma.DbNull }),
    ...(pinnedPictureId === undefined ? {} : { pinnedImageId: pinnedPictureId }),
  };
}

/** What names a picture that is not there was written for another version. */
async function assertOwnPictures(
  tx: Db,
  id: string,
  { pictureOrder, pinnedPictureId }: GarmentChanges,
): Promise<void> {
  if (!pictureOrder && !pinnedPictureId) return;
  const own = new Set(await listPictureIds(tx, id));
  const isOwn = (picture: string) => own.has(picture);
  const isWhole = (order: string[]) =>
    order.length === own.size && new Set(order).size === own.size && order.every(isOwn);
  const wrong =
    (pinnedPictureId && !isOwn(pinnedPictureId)) || (pictureOrder && !isWhole(pictureOrder));
  if (wrong) throw new AppError('conflict');
}

async function writePictures(
  tx: Db,
  id: string,
  { pictureOrder, alts = {} }: GarmentChanges,
): Promise<void> {
  if (pictureOrder) await orderPictures(tx, id, pictureOrder);
  for (const [picture, alt] of Object.entries(alts)) await setPictureAlt(tx, id, picture, alt);
}
