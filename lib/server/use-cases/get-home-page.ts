import 'server-only';
import type { GarmentCard } from '#lib/contracts/garment.ts';
import type { HomePage, ShopIntroduction, WornLook } from '#lib/contracts/home.ts';
import type { HouseModelView } from '#lib/contracts/photo.ts';
import { wornBy } from '#lib/domain/worn-by.ts';
import type { Visitor } from '#lib/server/auth/visitor.ts';
import { db } from '#lib/server/db.ts';
import { findShopIntroductions } from '#lib/server/repositories/shop-introductions.ts';
import { listGarments } from './list-garments.ts';
import { listHouseModels } from './list-house-models.ts';

const NEWEST = 24;
const ON_THE_WALL = 6;
const SHOPS = 2;
const GARMENTS_OF_A_SHOP = 2;
const MORE = 8;

/** Public: the newest garments, each hung in one place. */
export async function getHomePage(visitor: Visitor | null = null): Promise<HomePage> {
  const [{ items: newest }, models] = await Promise.all([
    listGarments({ limit: NEWEST }, visitor),
    listHouseModels(),
  ]);
  const [hero = null, ...wall] = chooseLooks(newest, models, 1 + ON_THE_WALL);
  const hung = new Set([hero, ...wall].map((look) => look?.garment.slug));
  const shops = await introduceShops(newest, hung);
  for (const { garments } of shops) for (const { slug } of garments) hung.add(slug);
  const more = newest.filter(({ slug }) => !hung.has(slug)).slice(0, MORE);
  return { hero, wall, shops, more, modelCount: models.length };
}

/** The newest first, but everybody's turn comes before anybody's second. */
function chooseLooks(garments: GarmentCard[], models: HouseModelView[], most: number): WornLook[] {
  const left = garments.flatMap((garment) => toLook(garment, models) ?? []);
  const chosen: WornLook[] = [];
  const turns = ({ model }: WornLook) => chosen.filter((look) => look.model === model).length;
  while (chosen.length < most && left.length > 0) {
    const fewest = Math.min(...left.map(turns));
    const next = left.findIndex((look) => turns(look) === fewest);
    chosen.push(...left.splice(next, 1));
  }
  return chosen;
}

function toLook(garment: GarmentCard, models: HouseModelView[]): WornLook | null {
  const { category, worn } = garment;
  const model = worn && wornBy(worn.alt, models);
  return category && model && { garment: { ...garment, category }, picture: worn, model };
}

/** The shops whose garments are the newest, with garments that do not hang elsewhere if there are. */
async function introduceShops(
  newest: GarmentCard[],
  hung: Set<string | undefined>,
): Promise<ShopIntroduction[]> {
  const slugs = [...new Set(newest.map(({ shop }) => shop.slug))].slice(0, SHOPS);
  const shops = await findShopIntroductions(db(), slugs);
  const inOrder = shops.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  return inOrder.map((shop) => {
    const own = newest.filter((garment) => garment.shop.slug === shop.slug);
    const fresh = own.filter(({ slug }) => !hung.has(slug));
    const garments = fresh.length >= GARMENTS_OF_A_SHOP ? fresh : own;
    return { ...shop, garments: garments.slice(0, GARMENTS_OF_A_SHOP) };
  });
}
