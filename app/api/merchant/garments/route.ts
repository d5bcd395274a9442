import { garmentDraftBody } from '#lib/contracts/garment.ts';
import { defineRoute, json } from '#lib/server/http/define-route.ts';
import { createGarment } from '#lib/server/use-cases/create-garment.ts';
import { listShopGarments } from '#lib/server/use-cases/list-shop-garments.ts';

export const GET = defineRoute({
  auth: 'merchant',
  handle: async ({ actor }) => ({ items: await listShopGarments(actor) }),
});

export const POST = defineRoute({
  auth: 'merchant',
  body: garmentDraftBody,
  handle: async ({ actor, body }) => json(await createGarment(actor, body), { status: 201 }),
});
