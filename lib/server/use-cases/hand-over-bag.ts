import 'server-only';
import type { CheckoutBody } from '#lib/contracts/bag.ts';
import { isAsSeen } from '#lib/domain/bag.ts';
import { checkoutAddress } from '#lib/domain/checkout-address.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { visitorOf } from '#lib/server/auth/visitor.ts';
import { partOf, wayToBuy } from '#lib/server/bag-view.ts';
import { db } from '#lib/server/db.ts';
import { countVisit } from '#lib/server/figures/count.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { listBagLines } from '#lib/server/repositories/bag.ts';
import { transact } from '#lib/server/transact.ts';
import { checkoutWords, orderWords } from '#lib/words/bag.ts';

/**
 * Where the shop's own checkout opens with what is in the bag. The bag stays: whether anything is
 * bought there, only the shop gets to know.
 *
 * @throws AppError conflict when there is no checkout, nothing to buy, or it is not what was seen
 */
export async function handOverBag(
  actor: Actor,
  { seen, ...part }: CheckoutBody,
  now = new Date(),
): Promise<{ url: string }> {
  const lines = partOf(await listBagLines(db(), actor.userId), part);
  const wanted = lines.filter(({ state }) => state === 'available');
  if (!isAsSeen(lines, part.currency, seen)) throw new AppError('conflict', checkoutWords.changed);
  const shop = wanted[0]?.shop;
  if (!shop) throw new AppError('conflict', orderWords.nothing);
  const template = wayToBuy(lines) === 'checkout' ? shop.checkoutUrl : null;
  const url = template ? checkoutAddress(template, wanted) : null;
  if (!url) throw new AppError('conflict', checkoutWords.none);
  const of = { shopId: shop.id, garmentIds: wanted.map(({ garmentId }) => garmentId) };
  await transact((tx) => countVisit(tx, visitorOf(actor), of, 'order', now));
  return { url };
}
