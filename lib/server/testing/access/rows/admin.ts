import { randomUUID } from 'node:crypto';
import { readCaseQuery } from '#lib/domain/case-query.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { adminPictureLink } from '#lib/server/http/admin-picture-link.ts';
import { makePerson } from '#lib/server/testing/shop-floor.ts';
import { decideCase } from '#lib/server/use-cases/decide-case.ts';
import { getAlertSettings } from '#lib/server/use-cases/get-alert-settings.ts';
import { getCase } from '#lib/server/use-cases/get-case.ts';
import { getConsentText } from '#lib/server/use-cases/get-consent-text.ts';
import { getSettings } from '#lib/server/use-cases/get-settings.ts';
import { previewBulkRetry } from '#lib/server/use-cases/preview-bulk-retry.ts';
import { admins } from '../roles.ts';
import { type Asked, type Method, row } from '../row.ts';
import type { World } from '../world.ts';

function ofAdmins(
  asked: `${Method} ${string}`,
  status = 200,
  ask: (world: World, asker: Actor | null) => Asked | Promise<Asked> = () => ({}),
) {
  const [method, path] = asked.split(' ') as [Method, string];
  return row(`${method} /api/admin${path}`, admins(status), ask);
}

const freshCase = async ({ reviewCase }: World) => ({
  params: { id: (await reviewCase()).tryOnId },
});
const freshPerson = async () => ({ params: { id: (await makePerson()).userId } });
const ofTheShop = ({ shop }: World) => ({ params: { shop: shop.slug } });
const view = async ({ savedView }: World) => ({ params: { id: (await savedView()).id } });
const newRule = () => ({ phrase: `words ${randomUUID()}`, errorClass: 'content_blocked' });

/** What only admins do. */
export const adminRows = [
  ofAdmins('GET /audit'),
  ofAdmins('GET /audit/export'),

  ofAdmins('GET /cases'),
  ofAdmins('GET /cases/assignees'),
  ofAdmins('GET /cases/counts'),
  ofAdmins('GET /cases/groups'),
  ofAdmins('GET /cases/[id]', 200, freshCase),
  ofAdmins('POST /cases/[id]/decisions', 200, async (world) => ({
    ...(await freshCase(world)),
    json: { kind: 'resolve', version: 1, resolution: 'put_right' },
  })),
  ofAdmins('POST /cases/[id]/decisions/undo', 200, async ({ reviewCase, people }) => {
    const { tryOnId } = await reviewCase();
    const { version } = await decideCase(people.admin, tryOnId, {
      kind: 'resolve',
      version: 1,
      resolution: 'put_right',
    });
    return { params: { id: tryOnId }, json: { version } };
  }),
  ofAdmins('DELETE /cases/[id]/notes/[note]', 204, async ({ reviewCase, people }) => {
    const { tryOnId } = await reviewCase();
    await decideCase(people.admin, tryOnId, { kind: 'comment', version: 1, text: 'Seen.' });
    const { notes } = await getCase(people.admin, tryOnId);
    return { params: { id: tryOnId, note: notes[0]?.id ?? '' } };
  }),
  ofAdmins('POST /cases/[id]/pictures', 200, async ({ reviewCase, shown }) => ({
    params: { id: (await reviewCase({ photoId: shown.photoId })).tryOnId },
    json: { which: 'photo', reason: 'To see it' },
  })),
  ofAdmins('GET /pictures/[id]', 200, ({ shown, people }) => {
    const { mediaId } = shown;
    const { url } = adminPictureLink({ mediaId, adminId: people.admin.userId }, new Date());
    const query = Object.fromEntries(new URL(url, 'http://localhost').searchParams);
    return { params: { id: mediaId }, query };
  }),
  ofAdmins('GET /views'),
  ofAdmins('POST /views', 201, () => ({ json: { name: randomUUID(), query: '' } })),
  ofAdmins('PATCH /views/[id]', 200, async (world) => ({
    ...(await view(world)),
    json: { name: randomUUID() },
  })),
  ofAdmins('DELETE /views/[id]', 200, view),

  ofAdmins('GET /bulk-retries'),
  ofAdmins('GET /bulk-retries/preview'),
  ofAdmins('POST /bulk-retries', 202, async ({ reviewCase, shop, people }) => {
    await reviewCase();
    const query = `shop=${shop.slug}&cause=failed`;
    const asked = readCaseQuery(Object.fromEntries(new URLSearchParams(query)));
    const { retryable: expected } = await previewBulkRetry(people.admin, asked);
    return { json: { query, perMinute: 5, alsoMaybePaid: false, expected } };
  }),
  ofAdmins('GET /bulk-retries/[id]', 200, async ({ bulkRetry }) => ({
    params: { id: (await bulkRetry()).id },
  })),
  ofAdmins('POST /bulk-retries/[id]/stop', 200, async ({ bulkRetry }) => ({
    params: { id: (await bulkRetry()).id },
  })),

  ofAdmins('GET /classifier'),
  ofAdmins('POST /classifier/preview', 200, () => ({ json: newRule() })),
  ofAdmins('POST /classifier/rules', 201, () => ({ json: { ...newRule(), note: '' } })),
  ofAdmins('POST /classifier/rules/[id]/roll-back', 200, async ({ textRule }) => ({
    params: { id: (await textRule()).id },
  })),

  ofAdmins('GET /operations'),
  ofAdmins('PUT /operations/alerts', 200, async ({ people }) => {
    const { mailIsConfigured: _, hasSecret: __, ...json } = await getAlertSettings(people.admin);
    return { json };
  }),
  ofAdmins('POST /operations/alerts/secret'),
  ofAdmins('POST /operations/alerts/test', 200, () => ({ json: { channel: 'webhook' } })),
  ofAdmins('GET /sending'),
  ofAdmins('POST /sending/pause', 200, () => ({ json: { note: 'For a moment' } })),
  ofAdmins('POST /sending/resume'),

  ofAdmins('GET /people'),
  ofAdmins('GET /people/[id]', 200, freshPerson),
  ofAdmins('PUT /people/[id]/role', 200, async () => ({
    ...(await freshPerson()),
    json: { role: 'MERCHANT' },
  })),
  ofAdmins('PUT /people/[id]/allowance', 200, async () => ({
    ...(await freshPerson()),
    json: { dailyTryOns: 7 },
  })),
  ofAdmins('PUT /people/[id]/suspension', 200, async () => ({
    ...(await freshPerson()),
    json: { reason: 'Spam' },
  })),
  ofAdmins('DELETE /people/[id]/suspension', 200, async ({ suspendedPerson }) => ({
    params: { id: await suspendedPerson() },
  })),

  ofAdmins('GET /shops'),
  ofAdmins('GET /shops/[shop]', 200, ofTheShop),
  ofAdmins('PUT /shops/[shop]/caps', 200, (world) => ({
    ...ofTheShop(world),
    json: { monthlyTryOns: null, dailyTryOns: null, shopperDailyTryOns: null },
  })),
  ofAdmins('PUT /shops/[shop]/suspension', 200, ({ spareShop }) => ({
    params: { shop: spareShop.slug },
    json: { reason: 'Spam' },
  })),
  ofAdmins('DELETE /shops/[shop]/suspension', 200, ({ spareShop }) => ({
    params: { shop: spareShop.slug },
  })),

  ofAdmins('GET /settings'),
  ofAdmins('PUT /settings', 200, async ({ people }) => {
    const { settings } = await getSettings(people.admin);
    return { json: { settings, instead: settings } };
  }),
  ofAdmins('POST /settings/consent', 201, async () => ({
    json: {
      text: `A text of some length that people agree to, ${randomUUID()}.`,
      instead: (await getConsentText()).version,
    },
  })),
];
