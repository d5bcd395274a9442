import 'server-only';
import type { z } from 'zod';
import type { OrderView, orderBody } from '#lib/contracts/order.ts';
import { isAsSeen, MOST_TOTAL_MINOR, totalOf } from '#lib/domain/bag.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { visitorOf } from '#lib/server/auth/visitor.ts';
import { partOf, wayToBuy } from '#lib/server/bag-view.ts';
import { countVisit } from '#lib/server/figures/count.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { deleteBagLines, listBagLines } from '#lib/server/repositories/bag.ts';
import { createOrder, findOrderByKey } from '#lib/server/repositories/orders.ts';
import { transact } from '#lib/server/transact.ts';
import { orderWords } from '#lib/words/bag.ts';
import { holdOpenAccount } from './hold-open-account.ts';

/**
 * Asks the shop for what can be had of it in the bag, at the prices of this moment, and takes that
 * out of the bag. The same idempotency key gives the same order back, whatever else the body says.
 *
 * @throws AppError conflict when there is nothing to buy, it is not what was seen, or the shop has a
 * checkout
 */
export async function requestOrder(
  actor: Actor,
  { seen, shop, currency, ...person }: z.output<typeof orderBody>,
  idempotencyKey: string,
  now = new Date(),
): Promise<OrderView> {
  const { userId } = actor;
  return transact(async (tx) => {
    // Serializes one person's requests, so that two with one key cannot both become an order.
    await holdOpenAccount(tx, userId);
    const known = await findOrderByKey(tx, userId, idempotencyKey);
    if (known) return known;
    const lines = partOf(await listBagLines(tx, userId), { shop, currency });
    if (!isAsSeen(lines, currency, seen)) throw new AppError('conflict', orderWords.changed);
    const wanted = lines.filter(({ state }) => state === 'available');
    const shopId = wanted[0]?.shop.id;
    if (!shopId) throw new AppError('conflict', orderWords.nothing);
    if (wayToBuy(lines) !== 'request') throw new AppError('conflict', orderWords.hasCheckout);
    const totalMinor = totalOf(wanted, currency).total.minor;
    if (totalMinor > MOST_TOTAL_MINOR) throw new AppError('conflict', orderWords.tooMuch);
    const order = await createOrder(tx, {
      userId,
      shopId,
      idempotencyKey,
      ...person,
      currency,
      totalMinor,
      lines: wanted.map(({ view, garmentId, sku, size, quantity, price }) => ({
        garmentId,
        title: view.garment.title,
        colour: view.garment.colour,
        size,
        sku,
        quantity,
        priceMinor: price.minor,
      })),
    });
    await deleteBagLines(
      tx,
      wanted.map(({ id }) => id),
      userId,
    );
    const garmentIds = wanted.map(({ garmentId }) => garmentId);
    await countVisit(tx, visitorOf(actor), { shopId, garmentIds }, 'order', now);
    return order;
  });
}
