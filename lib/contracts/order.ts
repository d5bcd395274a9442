import { z } from 'zod';
import { orderWords } from '#lib/words/bag.ts';
import { money, seenPart } from './bag.ts';

const id = z.uuid();

/** `POST /api/bag/orders`: asks a shop without a checkout of its own for what is in the bag. */
export const orderBody = z.strictObject({
  ...seenPart,
  name: z.string().trim().min(1, orderWords.nameMissing).max(80),
  email: z.string().trim().toLowerCase().max(254).pipe(z.email(orderWords.emailWrong)),
  note: z.string().trim().max(1000).default(''),
});
export type OrderBody = z.input<typeof orderBody>;

/** As it was when it was asked for, whatever has become of the garments. */
export const orderView = z.object({
  id,
  /** What people say instead of the id. */
  reference: z.string(),
  createdAt: z.iso.datetime(),
  shop: z.object({ slug: z.string(), name: z.string() }),
  name: z.string(),
  email: z.string(),
  note: z.string(),
  total: money,
  lines: z.array(
    z.object({
      id,
      title: z.string(),
      colour: z.string(),
      size: z.string(),
      sku: z.string(),
      quantity: z.int(),
      price: money,
    }),
  ),
});
export type OrderView = z.infer<typeof orderView>;

/** `GET /api/merchant/{shop}/orders`: what the shop was asked for, newest first. */
export const orderListQuery = z.object({
  cursor: id.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});
export const orderList = z.object({ items: z.array(orderView), nextCursor: id.nullable() });
export type OrderList = z.infer<typeof orderList>;
