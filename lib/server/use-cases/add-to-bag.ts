import 'server-only';
import type { BagView } from '#lib/contracts/bag.ts';
import { MOST_LINES } from '#lib/domain/bag.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { visitorOf } from '#lib/server/auth/visitor.ts';
import { db } from '#lib/server/db.ts';
import { countVisit } from '#lib/server/figures/count.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import {
  countBagLines,
  createBagLine,
  findVariantToBuy,
  growBagLine,
} from '#lib/server/repositories/bag.ts';
import { transact } from '#lib/server/transact.ts';
import { bagWords } from '#lib/words/bag.ts';
import { getBag } from './get-bag.ts';
import { holdOpenAccount } from './hold-open-account.ts';

/**
 * Puts so many of a size into the bag; more of one that is there already is added to it.
 *
 * @throws AppError not_found when the shops do not show it, conflict when it is sold out or the bag full
 */
export async function addToBag(
  actor: Actor,
  { garment, size, quantity }: { garment: string; size: string; quantity: number },
  now = new Date(),
): Promise<BagView> {
  const { userId } = actor;
  const variant = await findVariantToBuy(db(), garment, size);
  if (!variant) throw new AppError('not_found', bagWords.notInShop);
  if (variant.retiredAt) throw new AppError('not_found', bagWords.sizeNotSold(size));
  if (variant.stock <= 0) throw new AppError('conflict', bagWords.soldOutNow(size));
  await transact(async (tx) => {
    // One after the other: two presses at once are two garments, and a guest who signs in meanwhile
    // loses none.
    await holdOpenAccount(tx, userId);
    if (!(await growBagLine(tx, userId, variant.id, quantity))) {
      if ((await countBagLines(tx, userId)) >= MOST_LINES) {
        throw new AppError('conflict', bagWords.full);
      }
      await createBagLine(tx, { userId, variantId: variant.id, quantity });
    }
    const { id, shopId } = variant.garment;
    await countVisit(tx, visitorOf(actor), { shopId, garmentIds: [id] }, 'bag', now);
  });
  return getBag(actor);
}
