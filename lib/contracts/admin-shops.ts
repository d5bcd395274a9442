import { z } from 'zod';
import { shopRoles } from '#lib/domain/shop-role.ts';

/** `GET /api/admin/shops`: the newest first. */
export const adminShopsQuery = z.object({
  /** Of a name or an address, or a whole id. */
  // Postgres refuses NUL in a text.
  search: z
    .string()
    .overwrite((text) => text.replaceAll('\0', ''))
    .trim()
    .max(200)
    .default(''),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type AdminShopsQuery = z.infer<typeof adminShopsQuery>;

const instant = z.iso.datetime();
const cap = z.int().nullable();

export const adminShopRow = z.object({
  id: z.uuid(),
  slug: z.string(),
  name: z.string(),
  suspendedAt: instant.nullable(),
  createdAt: instant,
  members: z.int(),
  garments: z.int(),
  /** Asked for since the beginning of the month in UTC, and what they cost. */
  tryOns: z.int(),
  costMicros: z.int(),
  openCases: z.int(),
  caps: z.object({ monthlyTryOns: cap, dailyTryOns: cap, shopperDailyTryOns: cap }),
});
export type AdminShopRow = z.infer<typeof adminShopRow>;

export const adminShopList = z.object({
  items: z.array(adminShopRow),
  nextCursor: z.uuid().nullable(),
});
export type AdminShopList = z.infer<typeof adminShopList>;

/** `GET /api/admin/shops/{slug}` */
export const adminShopView = adminShopRow.extend({
  suspendedReason: z.string().nullable(),
  team: z.array(
    z.object({ userId: z.uuid(), name: z.string().nullable(), role: z.enum(shopRoles) }),
  ),
});
export type AdminShopView = z.infer<typeof adminShopView>;

// Postgres refuses NUL in a text.
export const adminShopParams = z.strictObject({
  shop: z
    .string()
    .max(80)
    .regex(/^[^\0]*$/),
});
