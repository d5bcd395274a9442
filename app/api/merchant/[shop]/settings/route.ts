import { shopParams } from '#lib/contracts/garment.ts';
import { shopSettingsBody } from '#lib/contracts/shop.ts';
import { defineRoute } from '#lib/server/http/define-route.ts';
import { updateShopSettings } from '#lib/server/use-cases/update-shop-settings.ts';

export const PATCH = defineRoute({
  auth: 'merchant',
  params: shopParams,
  body: shopSettingsBody,
  handle: ({ actor, params, body }) => updateShopSettings(actor, params.shop, body),
});
