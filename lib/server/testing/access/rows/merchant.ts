import { randomUUID } from 'node:crypto';
import { plainPicture } from '#lib/server/testing/shop-floor.ts';
import { startImport } from '#lib/server/use-cases/start-import.ts';
import { type Answer, anyMerchant, members } from '../roles.ts';
import { type Asked, type Method, row } from '../row.ts';
import type { World } from '../world.ts';

const looks = members('viewer');
const changes = (status = 200) => members('editor', status);
const owns = (status = 200) => members('shopOwner', status);

/** Below the address of the shop. */
function ofShop(
  asked: `${Method} ${string}`,
  answers: ReturnType<typeof members>,
  ask: (world: World) => Asked | Promise<Asked> = () => ({}),
) {
  const [method, path] = asked.split(' ') as [Method, string];
  return row(`${method} /api/merchant/[shop]${path}`, answers, async (world) => {
    const { params, ...rest } = await ask(world);
    return { params: { shop: world.shop.slug, ...params }, ...rest };
  });
}

const freshGarment = async ({ garment }: World) => ({ params: { id: (await garment()).id } });
const inState =
  (...of: Parameters<World['importRun']>) =>
  async ({ importRun }: World) => ({ params: { id: (await importRun(...of)).id } });
const run = async ({ renderRun }: World) => ({ params: { id: (await renderRun()).id } });

const renderOf = async ({ garment, model }: World) => ({
  garments: { ids: [(await garment('ACTIVE')).id] },
  models: [model.slug],
});

/** What the people of a shop do in its back office. */
export const merchantRows = [
  row('POST /api/merchant', anyMerchant(201), () => ({
    json: {
      name: 'New shop',
      slug: `new-${randomUUID().slice(0, 8)}`,
      currency: 'EUR',
      tagline: '',
    },
  })),
  row('GET /api/shop-slugs', anyMerchant(), () => ({ query: { name: 'Halden' } })),

  ofShop('GET /activity', looks),
  ofShop('GET /orders', looks),
  ofShop('GET /figures/export', looks, () => ({ query: { from: '2026-01-01', to: '2026-01-31' } })),
  ofShop('GET /exports/[format]', looks, () => ({ params: { format: 'shopify' } })),
  ofShop('PUT /caps', owns(), () => ({
    json: { monthlyTryOns: null, dailyTryOns: null, shopperDailyTryOns: null },
  })),
  ofShop('PATCH /settings', owns(), () => ({
    json: { name: 'Test shop', tagline: '', checkoutUrl: null },
  })),
  ofShop('PUT /guide', changes(), () => ({ json: { hidden: true } })),
  ofShop('PUT /hold-out', owns(204), () => ({ json: { percent: 5 } })),

  ofShop('GET /team', looks),
  ofShop('PATCH /team/[userId]', owns(), async ({ member }) => ({
    params: { userId: await member() },
    json: { role: 'EDITOR' },
  })),
  ofShop('DELETE /team/[userId]', owns(204), async ({ member }) => ({
    params: { userId: await member() },
  })),
  ofShop('POST /invitations', owns(201), () => ({
    json: { email: `${randomUUID()}@example.org`, role: 'VIEWER' },
  })),
  ofShop('DELETE /invitations/[id]', owns(), async ({ invitation }) => ({
    params: { id: (await invitation()).id },
  })),

  ofShop('GET /garments', looks),
  ofShop('POST /garments', changes(201), () => ({
    json: { id: randomUUID(), title: 'Tee', category: 'UPPER_BODY', price: '10' },
  })),
  ofShop('POST /garments/bulk', changes(), async ({ garment }) => ({
    json: {
      selection: { ids: [(await garment()).id] },
      change: { kind: 'tags', add: ['linen'], remove: [] },
    },
  })),
  ofShop('POST /garments/bulk/[id]/undo', changes(), async ({ bulkEdit }) => ({
    params: { id: (await bulkEdit()).id },
  })),
  ofShop('GET /garments/[id]', looks, freshGarment),
  ofShop('PATCH /garments/[id]', changes(), async (world) => ({
    ...(await freshGarment(world)),
    json: { version: 1, changes: { title: 'Another name' } },
  })),
  ofShop('DELETE /garments/[id]', changes(204), freshGarment),
  ofShop('POST /garments/[id]/duplicate', changes(201), async (world) => ({
    ...(await freshGarment(world)),
    json: { id: randomUUID() },
  })),
  ofShop('POST /garments/[id]/status', changes(), async (world) => ({
    ...(await freshGarment(world)),
    json: { status: 'ARCHIVED' },
  })),
  ofShop('GET /garments/[id]/colours', looks, freshGarment),
  ofShop('PUT /garments/[id]/colours/[other]', changes(), async ({ garment }) => ({
    params: { id: (await garment()).id, other: (await garment()).id },
  })),
  ofShop('DELETE /garments/[id]/colours/[other]', changes(), async ({ garment }) => ({
    params: { id: (await garment()).id, other: (await garment()).id },
  })),
  ofShop('POST /garments/[id]/images', changes(201), async (world) => {
    const form = new FormData();
    form.set('file', new File([new Uint8Array(await plainPicture())], 'tee.jpg'));
    form.set('alt', 'A tee');
    return { ...(await freshGarment(world)), form };
  }),
  ofShop('DELETE /garments/[id]/images/[picture]', changes(), async ({ garment }) => {
    const { id, pictureId } = await garment();
    return { params: { id, picture: pictureId } };
  }),
  ofShop('POST /garments/[id]/images/[picture]/restore', changes(), async ({ garment }) => {
    const { id, removedPictureId } = await garment();
    return { params: { id, picture: removedPictureId } };
  }),
  ofShop('GET /garments/[id]/images/[picture]/input', looks, ({ offered, picture }) => ({
    params: { id: offered.id, picture: picture.id },
  })),
  ofShop('GET /garments/[id]/looks', looks, freshGarment),
  ofShop('POST /garments/[id]/looks/[model]', changes(202), async (world) => ({
    params: { id: (await world.garment('ACTIVE')).id, model: world.model.slug },
    json: {},
  })),
  ofShop('PATCH /garments/[id]/looks/[model]', changes(), async (world) => ({
    params: { id: await world.modelLook(), model: world.model.slug },
    json: { shown: true },
  })),

  ofShop('GET /on-models', looks),
  ofShop('POST /on-models/plan', looks, async (world) => ({ json: await renderOf(world) })),
  ofShop('POST /on-models', changes(201), async (world) => ({
    json: { ...(await renderOf(world)), show: false, expected: 1 },
  })),
  ofShop('GET /on-models/[id]', looks, run),
  ofShop('POST /on-models/[id]/[verb]', changes(), async (world) => {
    const { params } = await run(world);
    return { params: { ...params, verb: 'pause' } };
  }),

  ofShop('GET /imports', looks),
  ofShop('POST /imports', changes(201), () => ({ query: { name: 'a.csv' }, file: 'Title\nTee\n' })),
  ofShop('GET /imports/[id]', looks, inState('ready')),
  ofShop('DELETE /imports/[id]', changes(204), inState('ready')),
  ofShop('GET /imports/[id]/items', looks, inState('ready')),
  ofShop('GET /imports/[id]/kinds', looks, inState('ready')),
  ofShop('POST /imports/[id]/kinds', changes(), async (world) => ({
    ...(await inState('ready')(world)),
    json: { category: 'DRESS', of: { position: 0 } },
  })),
  ofShop('POST /imports/[id]/mapping', changes(), async (world) => ({
    ...(await inState('needs_mapping')(world)),
    json: { mapping: { Name: 'title', Cost: 'price' } },
  })),
  ofShop(
    'DELETE /imports/[id]/mapping',
    changes(),
    inState('ready', { mapping: { Name: 'title' } }),
  ),
  ofShop('POST /imports/[id]/apply', changes(), inState('ready')),
  ofShop('POST /imports/[id]/undo', changes(), inState('applied')),
  ofShop('POST /imports/[id]/resume', changes(), inState('failed')),
  ofShop('POST /imports/[id]/repeat', changes(201), async ({ people, shop }) => {
    const file = { name: 'a.csv', body: new Blob(['Title\nTee\n']).stream(), size: null };
    const { id } = await startImport(people.editor, shop.slug, file);
    return { params: { id } };
  }),
  ofShop('GET /imports/[id]/pictures', looks, inState('applied')),
  ofShop('POST /imports/[id]/pictures/retry', changes(), inState('applied')),
];

/**
 * Requests for a row of one's own that name another shop's beside it, in the name of the other shop's
 * owner. Nothing of it may be there, and nothing may be changed.
 */
export const mixedRows = [
  mixed('DELETE /garments/[id]/images/[picture]', 'not_found', async ({ garment }, own) => ({
    params: { id: own, picture: (await garment()).pictureId },
  })),
  mixed('POST /garments/[id]/images/[picture]/restore', 'not_found', async ({ garment }, own) => ({
    params: { id: own, picture: (await garment()).removedPictureId },
  })),
  mixed('GET /garments/[id]/images/[picture]/input', 'not_found', ({ picture }, own) => ({
    params: { id: own, picture: picture.id },
  })),
  mixed('PUT /garments/[id]/colours/[other]', 'not_found', async ({ garment }, own) => ({
    params: { id: own, other: (await garment()).id },
  })),
  mixed('DELETE /garments/[id]/colours/[other]', 'not_found', async ({ garment }, own) => ({
    params: { id: own, other: (await garment()).id },
  })),
  mixed('PATCH /garments/[id]', 'conflict', async ({ garment }, own) => ({
    params: { id: own },
    json: { version: 1, changes: { pinnedPictureId: (await garment()).pictureId } },
  })),
  mixed('POST /garments', 'conflict', async ({ garment }) => ({
    json: { id: (await garment()).id, title: 'Tee', category: 'UPPER_BODY', price: '10' },
  })),
  mixed('POST /garments/bulk', 200, async ({ garment }) => ({
    json: {
      selection: { ids: [(await garment()).id] },
      change: { kind: 'status', status: 'ARCHIVED' },
    },
  })),
  mixed('POST /on-models', 'conflict', async (world) => ({
    json: { ...(await renderOf(world)), show: false, expected: 1 },
  })),
];

function mixed(
  asked: `${Method} ${string}`,
  answer: Answer,
  ask: (world: World, own: string) => Asked | Promise<Asked>,
) {
  const [method, path] = asked.split(' ') as [Method, string];
  return { method, route: `api/merchant/[shop]${path}`, answer, ask };
}
