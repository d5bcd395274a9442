import { randomUUID } from 'node:crypto';
import type { Actor } from '#lib/server/auth/actor.ts';
import { linkTokenHash, newLinkToken } from '#lib/server/auth/link-token.ts';
import { type Role, roles } from '../roles.ts';
import type { Sight, Visited } from '../visit.ts';
import type { World } from '../world.ts';

export type Seen = Sight['kind'] | 'sent to sign in';
export type Sights = Record<Role, Seen>;

/** One way of visiting a page, and what each role sees. */
export interface PageRow {
  /** The folder of its file below `app`, without groups; the home page is the empty one. */
  route: string;
  visit: (world: World, visitor: Actor | null) => Visited | Promise<Visited>;
  sights: Sights;
  /** What of the visit only these may be told, on a page that all may see. */
  secret?: { of: (visited: Visited) => string; toldTo: readonly Role[] };
}

const each = (sight: (role: Role) => Seen) =>
  Object.fromEntries(roles.map((role) => [role, sight(role)])) as Sights;

const atDoor = (role: Role): Seen =>
  role === 'nobody' || role === 'guest' ? 'sent to sign in' : 'refused';

const everybody = each(() => 'shown');
const admins = each((role) => (role === 'admin' ? 'shown' : atDoor(role)));
const ofShop: readonly Role[] = ['viewer', 'editor', 'shopOwner'];
const members: Sights = {
  ...each((role) => (ofShop.includes(role) ? 'shown' : atDoor(role))),
  otherMerchant: 'absent',
};
const merchants = (kind: Seen): Sights => ({
  ...each((role) => (ofShop.includes(role) ? kind : atDoor(role))),
  otherMerchant: kind,
});

const page = (
  route: string,
  sights: Sights,
  visit: PageRow['visit'] = () => ({}),
  secret?: PageRow['secret'],
): PageRow => ({ route, sights, visit, ...(secret ? { secret } : {}) });

function ofShopPage(
  route: string,
  visit: (world: World) => Visited | Promise<Visited> = () => ({}),
) {
  return page(`merchant/[shop]${route}`, members, async (world) => {
    const { params, ...rest } = await visit(world);
    return { params: { shop: world.shop.slug, ...params }, ...rest };
  });
}

const id = (made: { id: string }) => ({ params: { id: made.id } });

export const pageRows: PageRow[] = [
  page('', everybody),
  page('garments', everybody),
  page('garments/[slug]', everybody, ({ offered }) => ({ params: { slug: offered.slug } })),
  page(
    'garments/[slug]',
    each(() => 'absent'),
    async ({ garment }) => ({ params: { slug: (await garment('DRAFT')).slug } }),
  ),
  page('bag', everybody),
  page('bag/orders/[id]', { ...each(() => 'absent'), owner: 'shown' }, async ({ order }) =>
    id(await order()),
  ),
  page('demo-checkout', everybody),
  page('favourites', everybody),
  page('looks', everybody),
  page(
    'looks/compare',
    everybody,
    async ({ tryOn }) => {
      const [one, other] = [await tryOn('succeeded'), await tryOn('succeeded')];
      return { query: { ids: `${one.id},${other.id}` } };
    },
    { of: ({ query }) => query?.ids?.split(',')[0] ?? '', toldTo: ['owner'] },
  ),
  page('share/[token]', everybody, async ({ shareLink, shown }) => ({
    params: { token: (await shareLink({ lookId: shown.mediaId })).token },
  })),
  page('account', { ...everybody, nobody: 'sent', guest: 'sent' }),
  page('account/data', everybody, ({ shown }) => ({ query: { photo: shown.photoId } }), {
    of: ({ query }) => query?.photo ?? '',
    toldTo: ['owner'],
  }),
  page('privacy', everybody),
  // Whoever has its address has the receipt, which names nobody.
  page(
    'erasures/[id]',
    everybody,
    async ({ erasure, people }) => ({
      ...id(await erasure()),
      query: { email: people.owner.email ?? '' },
    }),
    { of: ({ query }) => query?.email ?? '', toldTo: [] },
  ),
  page(
    'confirm-email/[token]',
    everybody,
    async ({ accountLink, people }) => {
      const email = `${randomUUID()}@example.org`;
      const token = await accountLink('email', { userId: people.owner.userId, email });
      return { params: { token }, query: { email } };
    },
    { of: ({ query }) => query?.email ?? '', toldTo: ['owner'] },
  ),
  page('forgot-password', everybody),
  page('reset-password/[token]', everybody, async ({ accountLink, people }) => ({
    params: { token: await accountLink('reset', { userId: people.owner.userId }) },
  })),
  page('sign-up/[token]', everybody, async ({ accountLink }) => ({
    params: { token: await accountLink('register', { account: { name: 'A', passwordHash: 'x' } }) },
  })),
  page('sign-in', everybody),
  page('sign-up', everybody),
  page('join/[token]', everybody, async ({ invitation }, visitor) => {
    const token = newLinkToken();
    await invitation(visitor?.email ?? undefined, linkTokenHash(token));
    return { params: { token } };
  }),

  page('merchant', merchants('sent')),
  page('merchant/new', merchants('shown')),
  ofShopPage(''),
  ofShopPage('/activity'),
  ofShopPage('/figures'),
  ofShopPage('/garments'),
  ofShopPage('/garments/new'),
  ofShopPage('/garments/[id]', async ({ garment }) => id(await garment())),
  ofShopPage('/garments/[id]/preview', async ({ garment }) => id(await garment('DRAFT'))),
  ofShopPage('/import'),
  ofShopPage('/import/[id]', async ({ importRun }) => id(await importRun('ready'))),
  ofShopPage('/on-models'),
  ofShopPage('/on-models/[id]', async ({ renderRun }) => id(await renderRun())),
  ofShopPage('/orders'),
  ofShopPage('/settings'),
  ofShopPage('/spend'),
  ofShopPage('/team'),

  page('admin', admins),
  page('admin/audit', admins),
  page('admin/bulk-retries', admins),
  page('admin/bulk-retries/[id]', admins, async ({ bulkRetry }) => id(await bulkRetry())),
  page('admin/cases/[id]', admins, async ({ reviewCase }) => ({
    params: { id: (await reviewCase()).tryOnId },
  })),
  page('admin/classifier', admins),
  page('admin/operations', admins),
  page('admin/operations/alerts', admins),
  page('admin/people', admins),
  page('admin/people/[id]', admins, ({ people }) => ({ params: { id: people.owner.userId } })),
  page('admin/settings', admins),
  page('admin/shops', admins),
  page('admin/shops/[shop]', admins, ({ shop }) => ({ params: { shop: shop.slug } })),
];
