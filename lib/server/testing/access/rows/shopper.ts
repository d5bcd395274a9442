import { linkTokenHash, newLinkToken } from '#lib/server/auth/link-token.ts';
import { seenPartOf } from '#lib/server/testing/bag.ts';
import { plainPicture } from '#lib/server/testing/shop-floor.ts';
import { getConsentText } from '#lib/server/use-cases/get-consent-text.ts';
import { anyAccount, anyPerson, rowOwner } from '../roles.ts';
import { row } from '../row.ts';
import type { World } from '../world.ts';

const onModel = ({ offered, model }: World) => ({
  garment: offered.slug,
  subject: { kind: 'house-model', slug: model.slug },
});

/** What belongs to a person, and what she may begin. */
export const shopperRows = [
  row('GET /api/account/measurements', anyAccount()),
  row('PUT /api/account/measurements', anyAccount(), () => ({ json: { chest: 95 } })),
  row('DELETE /api/account/measurements', anyAccount(204)),

  row(
    'POST /api/account/closing',
    anyPerson(),
    (_, asker) => ({
      json: asker?.email ? { email: asker.email } : {},
    }),
    { usesUpPerson: true },
  ),

  row('POST /api/consent', anyPerson(204), async () => ({
    json: { version: (await getConsentText()).version },
  })),
  row('DELETE /api/consent', anyPerson(), () => ({}), { usesUpPerson: true }),

  row('GET /api/photos', anyPerson()),
  row('POST /api/photos', anyPerson(201), async () => {
    const form = new FormData();
    form.set('file', new File([new Uint8Array(await plainPicture())], 'me.jpg'));
    form.set('consentVersion', (await getConsentText()).version);
    return { form };
  }),
  row('DELETE /api/photos/[id]', rowOwner(204), async ({ photo }) => ({
    params: { id: (await photo()).id },
  })),

  row('GET /api/try-ons', anyPerson()),
  row('POST /api/try-ons', anyPerson(202), (world) => ({ json: onModel(world) }), {
    what: 'on a house model',
  }),
  row(
    'POST /api/try-ons',
    rowOwner(202),
    ({ offered, shown }) => ({
      json: { garment: offered.slug, subject: { kind: 'photo', photoId: shown.photoId } },
    }),
    { what: 'on her photo' },
  ),
  row(
    'POST /api/try-ons',
    rowOwner(202),
    async ({ offered, shown, tryOn }) => ({
      json: {
        garment: offered.slug,
        subject: { kind: 'photo', photoId: shown.photoId },
        retryOf: (await tryOn('failed', { photoId: shown.photoId })).id,
      },
    }),
    { what: 'again' },
  ),
  row(
    'POST /api/try-ons',
    rowOwner(202),
    async (world) => ({
      json: { ...onModel(world), retryOf: (await world.tryOn('failed')).id },
    }),
    { what: 'again on a house model' },
  ),
  row(
    'POST /api/try-ons',
    rowOwner(202),
    async ({ garment, tryOn }) => ({
      json: {
        garment: (await garment('ACTIVE', 'LOWER_BODY')).slug,
        subject: { kind: 'look', tryOnId: (await tryOn('succeeded')).id },
      },
    }),
    { what: 'over her look' },
  ),
  row('DELETE /api/try-ons', anyPerson(), () => ({ query: { asOf: '2026-01-01T00:00:00.000Z' } })),
  row('GET /api/try-ons/summary', anyPerson(), () => ({
    query: { asOf: new Date().toISOString() },
  })),
  row('GET /api/try-ons/[id]', rowOwner(), async ({ tryOn }) => ({
    params: { id: (await tryOn('succeeded')).id },
  })),
  row(
    'GET /api/try-ons/[id]',
    rowOwner(),
    async ({ tryOn }) => ({
      params: { id: (await tryOn('succeeded')).id },
      query: { since: '0', wait: '1' },
    }),
    { what: 'held' },
  ),
  row('DELETE /api/try-ons/[id]', rowOwner(204), async ({ tryOn }) => ({
    params: { id: (await tryOn('succeeded')).id },
  })),
  row('POST /api/try-ons/[id]/cancel', rowOwner(), async ({ tryOn }) => ({
    params: { id: (await tryOn('queued')).id },
  })),
  row('POST /api/try-ons/[id]/appeal', rowOwner(), async ({ tryOn }) => ({
    params: { id: (await tryOn('blocked')).id },
    json: { text: 'It is a coat.' },
  })),
  row('POST /api/try-ons/[id]/feedback', rowOwner(), async ({ tryOn }) => ({
    params: { id: (await tryOn('succeeded')).id },
    json: { kind: 'other', text: 'It is green.' },
  })),
  row('PUT /api/try-ons/[id]/favourite', rowOwner(204), async ({ tryOn }) => ({
    params: { id: (await tryOn('succeeded')).id },
  })),
  row('DELETE /api/try-ons/[id]/favourite', rowOwner(204), async ({ tryOn }) => ({
    params: { id: (await tryOn('succeeded')).id },
  })),

  row('POST /api/try-ons/[id]/share-links', rowOwner(201), async ({ tryOn }) => ({
    params: { id: (await tryOn('succeeded')).id },
    json: { days: 7 },
  })),
  row('GET /api/share-links', anyPerson()),
  row('DELETE /api/share-links/[id]', rowOwner(204), async ({ shareLink }) => ({
    params: { id: (await shareLink()).id },
  })),
  row('GET /api/account/export', anyPerson()),

  row('GET /api/favourites', anyPerson()),
  row('PUT /api/favourites/[slug]', anyPerson(204), ({ offered }) => ({
    params: { slug: offered.slug },
  })),
  row('DELETE /api/favourites/[slug]', anyPerson(204), ({ offered }) => ({
    params: { slug: offered.slug },
  })),

  row('GET /api/bag', anyPerson()),
  row('POST /api/bag/lines', anyPerson(), async ({ garment }) => ({
    json: { garment: (await garment('ACTIVE')).slug, size: 'M' },
  })),
  row('PATCH /api/bag/lines/[id]', rowOwner(), async ({ bagLine }) => ({
    params: { id: (await bagLine()).id },
    json: { quantity: 2 },
  })),
  row('DELETE /api/bag/lines/[id]', rowOwner(), async ({ bagLine }) => ({
    params: { id: (await bagLine()).id },
  })),
  // What somebody has not in her own bag is not what she has seen.
  row('POST /api/bag/checkout', { ...anyPerson(), ...notHers() }, async (world) => ({
    json: await partOfOwnersBag(world, 'checkout'),
  })),
  row('POST /api/bag/orders', { ...anyPerson(201), ...notHers() }, async (world) => ({
    json: { ...(await partOfOwnersBag(world, 'asked')), name: 'Ana', email: 'ana@example.org' },
  })),

  row(
    'POST /api/invitations/accept',
    { ...anyPerson(), guest: 'forbidden', admin: 'forbidden' },
    async ({ invitation }, asker) => {
      const token = newLinkToken();
      await invitation(asker?.email ?? undefined, linkTokenHash(token));
      return { json: { token } };
    },
    { what: 'her own', usesUpPerson: true },
  ),
  row(
    'POST /api/invitations/accept',
    anyPerson('forbidden'),
    async ({ invitation }) => {
      const token = newLinkToken();
      await invitation(undefined, linkTokenHash(token));
      return { json: { token } };
    },
    { what: 'another’s' },
  ),
];

function notHers() {
  const others = [
    'guest',
    'otherShopper',
    'viewer',
    'editor',
    'shopOwner',
    'otherMerchant',
    'admin',
  ];
  return Object.fromEntries(others.map((role) => [role, 'conflict' as const]));
}

async function partOfOwnersBag({ people, fillBag }: World, way: 'checkout' | 'asked') {
  return seenPartOf(people.owner, await fillBag(way));
}
