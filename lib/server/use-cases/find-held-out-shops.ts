import 'server-only';
import type { GarmentCard } from '#lib/contracts/garment.ts';
import { armOf } from '#lib/domain/hold-out.ts';
import type { Visitor } from '#lib/server/auth/visitor.ts';
import { db } from '#lib/server/db.ts';
import { holdOutDraw } from '#lib/server/figures/keyed-hash.ts';
import { findRunningHoldOuts, listShopsTried } from '#lib/server/repositories/hold-outs.ts';

/**
 * Which of these shops, by their slugs, keep "Try it on" from this visitor. Never one whose looks she
 * has already, and none from anybody with an account: nothing that somebody has is taken away.
 */
export async function findHeldOutShops(
  visitor: Visitor | null,
  shops: readonly string[],
): Promise<ReadonlySet<string>> {
  if (!visitor || visitor.hasAccount || shops.length === 0) return new Set();
  const running = await findRunningHoldOuts(db(), { shop: { slug: { in: [...new Set(shops)] } } });
  const hidden = running.filter(
    ({ id, percent }) => armOf(holdOutDraw(visitor.id, id), percent) === 'hidden',
  );
  if (hidden.length === 0) return new Set();
  const ids = hidden.map(({ shopId }) => shopId);
  const tried = await listShopsTried(db(), visitor.id, ids);
  return new Set(hidden.filter(({ shopId }) => !tried.has(shopId)).map(({ shop }) => shop.slug));
}

/**
 * Cards as this visitor is to see them: what is held out is a garment like those nobody can try on, with
 * the pictures that its shop took and none that the fitting room made.
 */
export async function hideHeldOut<Card extends GarmentCard>(
  visitor: Visitor | null,
  cards: readonly Card[],
): Promise<Card[]> {
  const shops = await findHeldOutShops(
    visitor,
    cards.map(({ shop }) => shop.slug),
  );
  return cards.map((card) =>
    shops.has(card.shop.slug)
      ? { ...card, category: null, worn: card.worn?.rendered ? null : card.worn }
      : card,
  );
}
