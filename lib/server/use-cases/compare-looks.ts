import 'server-only';
import type { GarmentCard } from '#lib/contracts/garment.ts';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { findActiveCards } from '#lib/server/repositories/garments.ts';
import { findOwnTryOns } from '#lib/server/repositories/try-ons.ts';
import { viewOf } from '#lib/server/try-on-view.ts';

export interface ComparedLook {
  look: Extract<TryOnView, { state: 'succeeded' }>;
  /** Null when it is no longer in the shop. */
  garment: GarmentCard | null;
}

/** The looks among these try-ons, in this order. What is not theirs, or has no picture, is left out. */
export async function compareLooks(actor: Actor, ids: string[]): Promise<ComparedLook[]> {
  const rows = await findOwnTryOns(db(), ids, actor.userId);
  const views = await Promise.all(rows.map(viewOf));
  const looks = ids
    .map((id) => views.find((view) => view.id === id))
    .filter((view) => view?.state === 'succeeded');
  const cards = await findActiveCards(
    db(),
    looks.map((look) => look.garment.slug),
  );
  return looks.map((look) => ({
    look,
    garment: cards.find(({ slug }) => slug === look.garment.slug) ?? null,
  }));
}
