import { z } from 'zod';
import { isCheckoutTemplate } from '#lib/domain/checkout-address.ts';
import { shopCurrencies } from '#lib/domain/shop-currency.ts';
import { isShopSlug } from '#lib/domain/slug.ts';

const name = z
  .string()
  .trim()
  .min(1, 'Give the shop a name.')
  .max(60, 'Use at most 60 characters.');
const tagline = z.string().trim().max(140, 'Use at most 140 characters.');
const currency = z.enum(shopCurrencies, 'Choose a currency.');

/** `POST /api/merchant`: opens a shop. */
export const openShopBody = z.strictObject({
  name,
  slug: z
    .string()
    .refine(isShopSlug, 'Use 2 to 40 small letters and digits, with single hyphens between them.'),
  currency,
  tagline,
});
export type OpenShopBody = z.infer<typeof openShopBody>;

export const openedShop = z.object({ slug: z.string() });

/** `GET /api/shop-slugs`: a free one for a shop of that name. */
export const shopSlugQuery = z.object({ name: z.string().max(200) });
export const shopSlugProposal = z.object({ slug: z.string() });

/** `PATCH /api/merchant/{shop}/settings`: the slug stays as it is, since addresses lead there. */
export const shopSettingsBody = z.strictObject({
  name,
  tagline,
  /** Not any more once there are garments, whose prices are in it. */
  currency: currency.optional(),
  /** Null: the shop takes order requests. */
  checkoutUrl: z
    .string()
    .trim()
    .max(500, 'Use at most 500 characters.')
    .refine(
      isCheckoutTemplate,
      'Give an https address with {lines} in it, behind the name of the host.',
    )
    .nullable(),
});
export type ShopSettingsBody = z.infer<typeof shopSettingsBody>;

export const shopSettings = z.object({
  slug: z.string(),
  name: z.string(),
  tagline: z.string(),
  currency: z.string(),
  checkoutUrl: z.string().nullable(),
  /** There are prices in it. */
  currencyFixed: z.boolean(),
});
export type ShopSettings = z.infer<typeof shopSettings>;
