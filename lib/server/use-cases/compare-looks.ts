import 'server-only';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import type { Money } from '#lib/domain/money.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db, pool } from '#lib/server/db.ts';
import { findActiveCards } from '#lib/server/repositories/garment-cards.ts';
import { findOwnTryOns } from '#lib/server/repositories/own-try-ons.ts';
import { viewsOf } from '#lib/server/try-on-view.ts';

export interface ComparedLook {
  look: Extract<TryOnView, { state: 'succeeded' }>;
  /** The garment, and of an outfit the one under it. The price is null when it is not in the shop. */
  pieces: { slug: string; title: string; price: Money | null }[];
}

/** The looks among these try-ons, in this order. What is not theirs, or has no picture, is left out. */
export async function compareLooks(actor: Actor, ids: string[]): Promise<ComparedLook[]> {
  const rows = await findOwnTryOns(pool(), ids, actor.userId);
  const views = await viewsOf(rows);
  const looks = ids
    .map((id) => views.find((view) => view.id === id))
    .filter((view) => view?.state === 'succeeded');
  const worn = (look: ComparedLook['look']) =>
    look.under ? [look.garment, look.under.garment] : [look.garment];
  const slugs = looks.flatMap(worn).map(({ slug }) => slug);
  const cards = await findActiveCards(db(), slugs);
  const priceOf = (slug: string) => cards.find((card) => card.slug === slug)?.price ?? null;
  return looks.map((look) => ({
    look,
    pieces: worn(look).map(({ slug, title }) => ({ slug, title, price: priceOf(slug) })),
  }));
}
