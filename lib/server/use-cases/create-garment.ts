import 'server-only';
import { randomBytes } from 'node:crypto';
import type { GarmentDraftBody, MerchantGarment } from '#lib/contracts/garment.ts';
import { parsePrice } from '#lib/domain/money.ts';
import { slugify } from '#lib/domain/slug.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import {
  createGarment as createGarmentRow,
  slugIsTaken,
} from '#lib/server/repositories/shop-garments.ts';
import { getShopGarment } from './get-shop-garment.ts';

/**
 * A new garment, as a draft.
 *
 * @throws AppError not_found (somebody else's shop), forbidden, invalid_input
 */
export async function createGarment(
  actor: Actor,
  shop: string,
  { price, sizes, ...fields }: GarmentDraftBody,
): Promise<MerchantGarment> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  const priceMinor = readPrice(price, own.currency);
  const slug = await freeSlug(`${fields.title} ${fields.colour}`);
  const id = await db().$transaction(async (tx) => {
    const created = await createGarmentRow(
      tx,
      { ...fields, priceMinor, slug, shopId: own.id, currency: own.currency },
      sizes,
    );
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'garment.created',
      subjectType: 'garment',
      subjectId: created,
      shopId: own.id,
    });
    return created;
  });
  return getShopGarment(actor, shop, id);
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
