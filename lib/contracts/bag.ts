import { z } from 'zod';
import { quantityRange } from '#lib/domain/bag.ts';
import { picture } from './try-on.ts';

const id = z.uuid();
const quantity = z.int().min(quantityRange.min).max(quantityRange.max);

export const money = z.object({ minor: z.int(), currency: z.string() });

export const bagLineView = z.object({
  id,
  quantity,
  state: z.enum(['available', 'sold_out', 'size_gone', 'gone']),
  garment: z.object({
    slug: z.string(),
    title: z.string(),
    colour: z.string(),
    picture: picture.nullable(),
  }),
  size: z.string(),
  /** Of one. */
  price: money,
});
export type BagLineView = z.infer<typeof bagLineView>;

/** What is bought together: of one shop, in one currency. `count` and `total` are of what can be had. */
export const shopBagView = z.object({
  shop: z.object({ slug: z.string(), name: z.string() }),
  currency: z.string(),
  /** `checkout`: handed over to the shop's own; `request`: the shop is asked for it. */
  way: z.enum(['checkout', 'request']),
  lines: z.array(bagLineView),
  count: z.int(),
  total: money,
});
export type ShopBagView = z.infer<typeof shopBagView>;

/** `GET /api/bag`, and the answer to every change of it. */
export const bagView = z.object({ shops: z.array(shopBagView), count: z.int() });
export type BagView = z.infer<typeof bagView>;

/** `POST /api/bag/lines`: adds to what there is of the variant. */
export const addBagLineBody = z.strictObject({
  garment: z.string().min(1).max(120).describe('slug of the garment'),
  size: z.string().min(1).max(12),
  quantity: quantity.default(1),
});
export type AddBagLineBody = z.input<typeof addBagLineBody>;

/** `PATCH` and `DELETE /api/bag/lines/{id}` */
export const bagLineParams = z.strictObject({ id });
export const setBagLineBody = z.strictObject({ quantity });

/** Which part of the bag, and what of it stood on the screen: see `isAsSeen`. */
export const seenPart = {
  shop: z.string().min(1).max(80).describe('slug of the shop'),
  currency: z.string().length(3),
  seen: z.strictObject({
    totalMinor: z.int().min(0),
    lines: z.array(z.strictObject({ id, quantity })).max(200),
  }),
};

/** `POST /api/bag/checkout`: where the shop's own checkout opens with these lines. */
export const checkoutBody = z.strictObject(seenPart);
export type CheckoutBody = z.infer<typeof checkoutBody>;
export const checkoutView = z.object({ url: z.string() });
