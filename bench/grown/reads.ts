import { everything } from '#lib/domain/browse.ts';
import { readCaseQuery } from '#lib/domain/case-query.ts';
import { parseFigures } from '#lib/domain/figures-query.ts';
import { db } from '#lib/server/db.ts';
import { countOpenTryOns, recentDurations } from '#lib/server/repositories/try-on-figures.ts';
import { countCases } from '#lib/server/use-cases/count-cases.ts';
import { findCaseNeighbours } from '#lib/server/use-cases/find-case-neighbours.ts';
import { getBag } from '#lib/server/use-cases/get-bag.ts';
import { getBrowseOptions } from '#lib/server/use-cases/get-browse-options.ts';
import { getCase } from '#lib/server/use-cases/get-case.ts';
import { getCaseOptions } from '#lib/server/use-cases/get-case-options.ts';
import { getFigures } from '#lib/server/use-cases/get-figures.ts';
import { getGarmentPage } from '#lib/server/use-cases/get-garment-page.ts';
import { getHomePage } from '#lib/server/use-cases/get-home-page.ts';
import { getOperations } from '#lib/server/use-cases/get-operations.ts';
import { getOperationsHistory } from '#lib/server/use-cases/get-operations-history.ts';
import { getOwnData } from '#lib/server/use-cases/get-own-data.ts';
import { getPerson } from '#lib/server/use-cases/get-person.ts';
import { getShopHome } from '#lib/server/use-cases/get-shop-home.ts';
import { getSpend } from '#lib/server/use-cases/get-spend.ts';
import { getTryOn } from '#lib/server/use-cases/get-try-on.ts';
import { groupCases } from '#lib/server/use-cases/group-cases.ts';
import { listAuditEntries } from '#lib/server/use-cases/list-audit-entries.ts';
import { listCases } from '#lib/server/use-cases/list-cases.ts';
import { listFavourites } from '#lib/server/use-cases/list-favourites.ts';
import { listGarments } from '#lib/server/use-cases/list-garments.ts';
import { listModelLooks } from '#lib/server/use-cases/list-model-looks.ts';
import { listOrders } from '#lib/server/use-cases/list-orders.ts';
import { listPeople } from '#lib/server/use-cases/list-people.ts';
import { listPhotos } from '#lib/server/use-cases/list-photos.ts';
import { listShopActivity } from '#lib/server/use-cases/list-shop-activity.ts';
import { listShopGarments } from '#lib/server/use-cases/list-shop-garments.ts';
import { listShopOrders } from '#lib/server/use-cases/list-shop-orders.ts';
import { listShopTags } from '#lib/server/use-cases/list-shop-tags.ts';
import { listShopsForAdmin } from '#lib/server/use-cases/list-shops-for-admin.ts';
import { listTeam } from '#lib/server/use-cases/list-team.ts';
import { listTextRules } from '#lib/server/use-cases/list-text-rules.ts';
import { listTryOns } from '#lib/server/use-cases/list-try-ons.ts';
import { summariseLooks } from '#lib/server/use-cases/summarise-looks.ts';
import type { Ground } from './ground.ts';

/** What a page is asked for after: its own way of naming a place. */
const PAGES_DOWN = 10;
/** Of what a tenth of everything has no whole page of: both sides answer with as many. */
const few = { limit: 4 };
/** A tenth of everything has nobody else of that name: both sides answer with as many. */
const ONE_OF_A_NAME = 1;

/** The important readings, each as its page or route asks for it. */
export type Reads = Record<string, () => Promise<unknown>>;

/**
 * What these tell is made of all that a shop, a queue or an hour has: ten times as many cost ten times as
 * much, and each of them the same.
 */
export const overAll: ReadonlySet<string> = new Set([
  'shop, figures of 28 days',
  'shop, figures of 90 days',
  'shop, spend',
  'shop, tags',
  'queue, counts',
  'queue, groups',
  'queue, choices',
  'text rules',
  'shops, for the admin',
  'when something is due',
  'the queue measured',
  'hours summed',
]);

export async function importantReads(ground: Ground): Promise<Reads> {
  const { admin, shopper, owner, shop, garment } = ground;
  const browse = { ...everything, limit: 24 };
  const open = readCaseQuery({});
  const anyStatus = readCaseQuery({ status: 'any' });
  /** The last full page of so many at most: a part of one would be less work on the smaller side. */
  const later = async <T extends { nextCursor: string | null }>(
    page: (cursor?: string) => Promise<T>,
  ): Promise<() => Promise<T>> => {
    let cursor: string | undefined;
    let { nextCursor } = await page();
    for (let turn = 2; turn <= PAGES_DOWN && nextCursor; turn += 1) {
      const next: T = await page(nextCursor);
      if (!next.nextCursor) break;
      cursor = nextCursor;
      ({ nextCursor } = next);
    }
    return () => page(cursor);
  };
  const gallery = (cursor?: string) => listTryOns(shopper, { cursor, limit: 24 });
  const shopWindow = (cursor?: string) => listGarments({ ...browse, cursor });
  const table = (cursor?: string) => listShopGarments(owner, shop.slug, { cursor });
  const queue = (cursor?: string) => listCases(admin, anyStatus, { cursor });
  const log = (cursor?: string) => listAuditEntries(admin, { cursor, limit: 50 });
  return {
    'try-on, a look': () => getTryOn(shopper, ground.tryOnId),
    'try-on, last in the queue': () => getTryOn(ground.waiting.actor, ground.waiting.id),
    'gallery, first page': () => gallery(),
    'gallery, far down': await later(gallery),
    'gallery, favourite looks': () => listTryOns(shopper, { limit: 24, only: 'favourites' }),
    'looks counted': () => summariseLooks(shopper, { shop: shop.slug }),
    favourites: () => listFavourites(shopper),
    photos: () => listPhotos(shopper),
    bag: () => getBag(shopper),
    'own orders': () => listOrders(shopper, 1),
    'own data': () => getOwnData(shopper),
    home: () => getHomePage(),
    'garment page': () => getGarmentPage(garment.slug),
    'browse, first page': () => listGarments({ ...browse, counted: true }),
    'browse, far down': await later(shopWindow),
    'browse, a word': () => listGarments({ ...browse, q: 'jeans' }),
    'browse, words': () => listGarments({ ...browse, q: 'navy slim jeans', ...few }),
    'browse, filters': () =>
      listGarments({ ...browse, category: 'DRESS', colours: ['blue'], sort: 'price-up' }),
    'what the filters offer': () => getBrowseOptions(browse),
    'shop, home': () => getShopHome(owner, shop.slug),
    'shop, table': () => table(),
    'shop, table, far down': await later(table),
    'shop, table, words': () => listShopGarments(owner, shop.slug, { q: 'navy', ...few }),
    'shop, table, by price': () =>
      listShopGarments(owner, shop.slug, { sort: 'price', status: 'ACTIVE' }),
    'shop, tags': () => listShopTags(owner, shop.slug),
    'shop, garment on models': () => listModelLooks(owner, shop.slug, garment.id),
    'shop, figures of 28 days': () => getFigures(owner, shop.slug, parseFigures({ days: '28' })),
    'shop, figures of 90 days': () =>
      getFigures(owner, shop.slug, parseFigures({ days: '90', sort: 'tryOns' })),
    'shop, spend': () => getSpend(owner, shop.slug),
    'shop, orders': () => listShopOrders(owner, shop.slug, { limit: 25 }),
    'shop, activity': () => listShopActivity(owner, shop.slug, { limit: 50 }),
    'shop, team': () => listTeam(owner, shop.slug),
    'queue, open': () => listCases(admin, open, {}),
    'queue, far down': await later(queue),
    'queue, one shop': () =>
      listCases(admin, readCaseQuery({ status: 'any', shop: shop.slug }), {}),
    'queue, one person': () =>
      listCases(admin, readCaseQuery({ status: 'any', person: shopper.userId }), few),
    'queue, one group': () =>
      listCases(admin, readCaseQuery({ status: 'any', signature: ground.signature }), few),
    'queue, words': () =>
      listCases(admin, readCaseQuery({ status: 'any', search: 'inference' }), few),
    'queue, counts': () => countCases(admin, open),
    'queue, groups': () => groupCases(admin, open),
    'queue, choices': () => getCaseOptions(admin, open),
    case: () => getCase(admin, ground.caseId),
    'cases beside it': () => findCaseNeighbours(admin, ground.caseId, open),
    'text rules': () => listTextRules(admin),
    operations: () => getOperations(admin),
    'operations, 30 days': () => getOperationsHistory(admin, '30d'),
    'audit log': () => log(),
    'audit log, far down': await later(log),
    'audit log, one actor': () => listAuditEntries(admin, { actor: admin.userId, limit: 50 }),
    'audit log, one shop': () => listAuditEntries(admin, { shop: shop.slug, limit: 50 }),
    'audit log, one day': () =>
      listAuditEntries(admin, {
        action: 'garment',
        from: '2026-10-01',
        to: '2026-10-02',
        ...few,
      }),
    people: () => listPeople(admin, { search: '', show: 'accounts', limit: 20 }),
    'people, by name': () =>
      listPeople(admin, { search: ground.shopperName, show: 'accounts', limit: ONE_OF_A_NAME }),
    person: () => getPerson(admin, shopper.userId),
    'shops, for the admin': () => listShopsForAdmin(admin, { search: '', limit: 50 }),
    'recent durations': () => recentDurations(db(), 'DRESS', 50),
    'open try-ons': () => countOpenTryOns(db(), 50),
  };
}
