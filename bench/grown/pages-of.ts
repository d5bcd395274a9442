import { everything } from '#lib/domain/browse.ts';
import { readCaseQuery } from '#lib/domain/case-query.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { exportCatalog } from '#lib/server/use-cases/export-catalog.ts';
import { getBag } from '#lib/server/use-cases/get-bag.ts';
import { getCase } from '#lib/server/use-cases/get-case.ts';
import { getGarmentPage } from '#lib/server/use-cases/get-garment-page.ts';
import { getRender } from '#lib/server/use-cases/get-render.ts';
import { getShopGarment } from '#lib/server/use-cases/get-shop-garment.ts';
import { listAuditEntries } from '#lib/server/use-cases/list-audit-entries.ts';
import { listCases } from '#lib/server/use-cases/list-cases.ts';
import { listFavourites } from '#lib/server/use-cases/list-favourites.ts';
import { listGarments } from '#lib/server/use-cases/list-garments.ts';
import { listImports } from '#lib/server/use-cases/list-imports.ts';
import { listOrders } from '#lib/server/use-cases/list-orders.ts';
import { listPeople } from '#lib/server/use-cases/list-people.ts';
import { listRenders } from '#lib/server/use-cases/list-renders.ts';
import { listShopActivity } from '#lib/server/use-cases/list-shop-activity.ts';
import { listShopGarments } from '#lib/server/use-cases/list-shop-garments.ts';
import { listShopOrders } from '#lib/server/use-cases/list-shop-orders.ts';
import { listShopsForAdmin } from '#lib/server/use-cases/list-shops-for-admin.ts';
import { listTeam } from '#lib/server/use-cases/list-team.ts';
import { listTryOns } from '#lib/server/use-cases/list-try-ons.ts';
import type { Ground } from './ground.ts';

/** Lists and pages with as many items as is said, each as its page or route asks for it. */
export type PageOf = (items: number) => Promise<() => Promise<unknown>>;

/** What a page of the grown database has, so many of it. */
const asMany =
  (page: (limit: number) => Promise<unknown>): PageOf =>
  async (items) =>
  () =>
    page(items);

export function pagesOf({ admin, shopper, owner, shop }: Ground): Record<string, PageOf> {
  return {
    browse: asMany((limit) => listGarments({ ...everything, limit })),
    gallery: asMany((limit) => listTryOns(shopper, { limit })),
    'gallery of what waits': galleryOfQueued,
    'merchant table': asMany((limit) => listShopGarments(owner, shop.slug, { limit })),
    'review queue': asMany((limit) =>
      listCases(admin, readCaseQuery({ status: 'any' }), { limit }),
    ),
    people: asMany((limit) => listPeople(admin, { search: '', show: 'accounts', limit })),
    shops: asMany((limit) => listShopsForAdmin(admin, { search: '', limit })),
    'audit log': asMany((limit) => listAuditEntries(admin, { limit })),
    activity: asMany((limit) => listShopActivity(owner, shop.slug, { limit })),
    'orders of a shop': asMany((limit) => listShopOrders(owner, shop.slug, { limit })),
    'own orders': ordersOf,
    bag: bagOf,
    favourites: favouritesOf,
    team: teamOf(owner),
    'garment page': garmentOf,
    'garment in the back office': shopGarmentOf,
    case: caseOf(admin),
    imports: importsOf(owner),
    'render runs': rendersOf(owner),
    'a render run': renderOf(owner),
    export: exportOf(owner),
  };
}

async function newPerson(): Promise<Actor> {
  const { id: userId } = await db().user.create({ data: { name: 'Some' } });
  return { userId, isGuest: false, role: 'SHOPPER', name: 'Some', email: null };
}

export async function newShop(owner: Actor) {
  const slug = `shop-${crypto.randomUUID()}`;
  const members = { create: { userId: owner.userId, role: 'OWNER' as const } };
  return db().shop.create({ data: { slug, name: slug, members } });
}

/** Garments of several shops. */
const someGarments = (take: number) =>
  db().garment.findMany({ orderBy: { id: 'asc' }, take, select: { id: true, slug: true } });

function someGarment(shopId: string) {
  const slug = `garment-${crypto.randomUUID()}`;
  const price = { priceMinor: 4_900, currency: 'EUR' };
  const kind = { category: 'DRESS', status: 'ACTIVE' } as const;
  return { shopId, slug, title: slug, ...kind, ...price };
}

export async function newGarments(shopId: string, items: number): Promise<void> {
  await db().garment.createMany({
    data: Array.from({ length: items }, () => someGarment(shopId)),
  });
}

const galleryOfQueued: PageOf = async (items) => {
  const actor = await newPerson();
  const { id: _, ...like } = await db().tryOn.findFirstOrThrow({
    where: { state: 'queued', forShop: false },
  });
  const one = { ...like, userId: actor.userId };
  await db().tryOn.createMany({
    data: Array.from({ length: items }, (_, n) => ({ ...one, idempotencyKey: `waits-${n}` })),
  });
  return () => listTryOns(actor, { limit: 50 });
};

const ordersOf: PageOf = async (items) => {
  const actor = await newPerson();
  const { id: shopId } = await db().shop.findFirstOrThrow();
  const buyer = { userId: actor.userId, shopId, name: 'Some', email: 'some@example.org' };
  await db().orderRequest.createMany({
    data: Array.from({ length: items }, () => ({
      ...buyer,
      ...{ idempotencyKey: crypto.randomUUID(), currency: 'EUR', totalMinor: 4_900 },
    })),
  });
  return () => listOrders(actor, 50);
};

const bagOf: PageOf = async (items) => {
  const actor = await newPerson();
  const { userId } = actor;
  const variants = await db().garmentVariant.findMany({
    distinct: ['garmentId'],
    take: items,
    select: { id: true },
  });
  await db().bagLine.createMany({
    data: variants.map(({ id: variantId }) => ({ userId, variantId, quantity: 1 })),
  });
  return () => getBag(actor);
};

const favouritesOf: PageOf = async (items) => {
  const actor = await newPerson();
  const { userId } = actor;
  const garments = await someGarments(items);
  await db().favourite.createMany({
    data: garments.map(({ id: garmentId }) => ({ userId, garmentId })),
  });
  return () => listFavourites(actor);
};

const teamOf =
  (owner: Actor): PageOf =>
  async (items) => {
    const { id: shopId, slug } = await newShop(owner);
    const people = await Promise.all(Array.from({ length: items }, newPerson));
    await db().shopMember.createMany({
      data: people.map(({ userId }) => ({ shopId, userId, role: 'EDITOR' as const })),
    });
    return () => listTeam(owner, slug);
  };

/** With so many pictures and sizes. */
async function fullGarment(items: number) {
  const { shopId, id } = await db().garment.findFirstOrThrow({
    select: { shopId: true, id: true },
  });
  const { mediaId } = await db().garmentImage.findFirstOrThrow({ where: { garmentId: id } });
  const { id: garmentId, slug } = await db().garment.create({ data: someGarment(shopId) });
  const all = Array.from({ length: items }, (_, position) => ({ garmentId, position }));
  await db().garmentVariant.createMany({
    data: all.map((one) => ({ ...one, size: `W${20 + one.position}`, stock: 3 })),
  });
  await db().garmentImage.createMany({
    data: all.map((one) => ({ ...one, mediaId, inputMediaId: mediaId, alt: '' })),
  });
  return { garmentId, slug, shopId };
}

const garmentOf: PageOf = async (items) => {
  const { slug } = await fullGarment(items);
  return () => getGarmentPage(slug);
};

const shopGarmentOf: PageOf = async (items) => {
  const { garmentId, shopId } = await fullGarment(items);
  const shop = await db().shop.findUniqueOrThrow({ where: { id: shopId } });
  const { userId } = await db().shopMember.findFirstOrThrow({ where: { shopId } });
  const member = { userId, isGuest: false, role: 'MERCHANT', name: '', email: null } as const;
  return () => getShopGarment(member, shop.slug, garmentId);
};

const caseOf =
  (admin: Actor): PageOf =>
  async (items) => {
    const found = await db().reviewCase.findFirstOrThrow({
      where: { notes: { none: {} }, errorClass: { not: null } },
      select: { id: true, tryOnId: true },
    });
    const { id: caseId, tryOnId } = found;
    await db().caseNote.createMany({
      data: Array.from({ length: items }, () => ({
        caseId,
        authorId: admin.userId,
        text: 'Seen.',
      })),
    });
    return () => getCase(admin, tryOnId);
  };

const importsOf =
  (owner: Actor): PageOf =>
  async (items) => {
    const { id: shopId, slug } = await newShop(owner);
    const run = { shopId, creatorId: owner.userId, fileName: 'catalog.csv' };
    await db().importRun.createMany({ data: Array.from({ length: items }, () => run) });
    return () => listImports(owner, slug, { limit: 50 });
  };

const rendersOf =
  (owner: Actor): PageOf =>
  async (items) => {
    const { id: shopId, slug } = await newShop(owner);
    const run = { shopId, creatorId: owner.userId, show: false };
    await db().renderRun.createMany({ data: Array.from({ length: items }, () => run) });
    return () => listRenders(owner, slug, { limit: 50 });
  };

const renderOf =
  (owner: Actor): PageOf =>
  async (items) => {
    const { id: shopId, slug } = await newShop(owner);
    const garments = await someGarments(items);
    const { id: houseModelId } = await db().houseModel.findFirstOrThrow();
    const run = await db().renderRun.create({
      data: { shopId, creatorId: owner.userId, show: false },
    });
    await db().renderItem.createMany({
      data: garments.map(({ id: garmentId }, position) => ({
        ...{ runId: run.id, position, garmentId, houseModelId },
        ...{ state: 'failed' as const },
      })),
    });
    return () => getRender(owner, slug, run.id);
  };

export const exportOf =
  (owner: Actor): PageOf =>
  async (items) => {
    const { id: shopId, slug } = await newShop(owner);
    await newGarments(shopId, items);
    return async () => {
      const { body } = await exportCatalog(owner, slug, 'own', {});
      return new Response(body).text();
    };
  };
