import 'server-only';
import type { EditableGarment, NewGarmentBody } from '#lib/contracts/garment-edit.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { findGarmentToEdit } from '#lib/server/repositories/garment-edit.ts';
import {
  areOthersVariants,
  createGarment as createGarmentRow,
  setVariants,
} from '#lib/server/repositories/shop-garments.ts';
import { transact } from '#lib/server/transact.ts';
import { freeSlug } from './free-slug.ts';
import { distinctTags, readPrice, toVariantColumns } from './write-garment.ts';

/**
 * A new garment, as a draft. One that was sent before, with an answer that got lost, is given back as
 * it is.
 *
 * @throws AppError not_found (somebody else's shop), forbidden, invalid_input, conflict
 */
export async function createGarment(
  actor: Actor,
  shop: string,
  { price, variants = [], sizeChart, tags = [], ...fields }: NewGarmentBody,
  now = new Date(),
): Promise<EditableGarment> {
  const { shop: own } = await requireMember(actor, shop, 'EDITOR');
  const columns = {
    ...fields,
    tags: distinctTags(tags),
    sizeChart: sizeChart ?? Prisma.DbNull,
    priceMinor: readPrice(price, own.currency),
    currency: own.currency,
    shopId: own.id,
  };
  const sizes = toVariantColumns(variants, own.currency);
  const slug = await freeSlug(`${fields.title} ${fields.colour ?? ''}`);
  await transact(async (tx) => {
    if (!(await createGarmentRow(tx, { ...columns, slug }))) return;
    if (await areOthersVariants(tx, fields.id, ids(sizes))) throw new AppError('conflict');
    await setVariants(tx, fields.id, sizes, now);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'garment.created',
      subjectType: 'garment',
      subjectId: fields.id,
      shopId: own.id,
    });
  });
  const garment = await findGarmentToEdit(db(), own.id, fields.id, actor.userId);
  // Its id is another shop's garment, or its address was taken just now.
  if (!garment) throw new AppError('conflict');
  return garment;
}

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id);
