import 'server-only';
import { randomBytes } from 'node:crypto';
import type { GarmentDraftBody, MerchantGarment } from '#lib/contracts/garment.ts';
import { parsePrice } from '#lib/domain/money.ts';
import { slugify } from '#lib/domain/slug.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import {
  createGarment as createGarmentRow,
  findShopOfEditor,
  slugIsTaken,
} from '#lib/server/repositories/shop-garments.ts';
import { requireShopGarment } from './get-shop-garment.ts';

/**
 * A new garment, as a draft, in the first shop that this person may write in.
 *
 * @throws AppError forbidden, invalid_input
 */
export async function createGarment(
  actor: Actor,
  { price, sizes, ...fields }: GarmentDraftBody,
): Promise<MerchantGarment> {
  const shop = await findShopOfEditor(db(), actor.userId);
  if (!shop) throw new AppError('forbidden', 'You may look at this shop but not change it.');
  const priceMinor = readPrice(price, shop.currency);
  const slug = await freeSlug(`${fields.title} ${fields.colour}`);
  const id = await db().$transaction(async (tx) => {
    const created = await createGarmentRow(
      tx,
      { ...fields, priceMinor, slug, shopId: shop.id, currency: shop.currency },
      sizes,
    );
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'garment.created',
      subjectType: 'garment',
      subjectId: created,
    });
    return created;
  });
  return requireShopGarment(actor, id);
}

/** @throws AppError invalid_input with the sentence for the price field. */
export function readPrice(text: string, currency: string): number {
  const minor = parsePrice(text, currency);
  if (minor === null) {
    const message = `Write the price as a number, for example 49.90 (${currency}).`;
    throw new AppError('invalid_input', message, { fields: { price: message } });
  }
  return minor;
}

async function freeSlug(title: string): Promise<string> {
  const slug = slugify(title);
  return (await slugIsTaken(db(), slug)) ? `${slug}-${randomBytes(3).toString('hex')}` : slug;
}
