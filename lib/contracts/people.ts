import { z } from 'zod';
import { shopRoles } from '#lib/domain/shop-role.ts';

export const roles = ['SHOPPER', 'MERCHANT', 'ADMIN'] as const;

/** `GET /api/admin/people`: the newest first. */
export const peopleQuery = z.object({
  /** Of a name or mail address, or a whole id. */
  // Postgres refuses NUL in a text.
  search: z
    .string()
    .overwrite((text) => text.replaceAll('\0', ''))
    .trim()
    .max(200)
    .default(''),
  role: z.enum(roles).optional(),
  /** `guests` are left out unless they are asked for. */
  show: z.enum(['accounts', 'guests', 'suspended']).default('accounts'),
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type PeopleQuery = z.infer<typeof peopleQuery>;

const instant = z.iso.datetime();

export const personRow = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  email: z.string().nullable(),
  role: z.enum(roles),
  isGuest: z.boolean(),
  suspendedAt: instant.nullable(),
  createdAt: instant,
  tryOns: z.int(),
});
export type PersonRow = z.infer<typeof personRow>;

export const peopleList = z.object({
  items: z.array(personRow),
  nextCursor: z.uuid().nullable(),
});
export type PeopleList = z.infer<typeof peopleList>;

/** `GET /api/admin/people/{id}`: never a photo, nor how many there are. */
export const personView = personRow.extend({
  suspendedReason: z.string().nullable(),
  /** Of her own; null for what everybody has. */
  dailyTryOns: z.int().nullable(),
  /** What everybody of her kind may ask for in a day. */
  usualDailyTryOns: z.int(),
  looks: z.int(),
  cases: z.int(),
  openCases: z.int(),
  shops: z.array(z.object({ slug: z.string(), name: z.string(), role: z.enum(shopRoles) })),
});
export type PersonView = z.infer<typeof personView>;

export const personParams = z.strictObject({ id: z.uuid() });

/** `PUT /api/admin/people/{id}/role` */
export const roleBody = z.strictObject({ role: z.enum(roles) });

const WRONG = 'Write a whole number from 0 to 10,000, or nothing for what everybody has.';

/** `PUT /api/admin/people/{id}/allowance` */
export const personAllowanceBody = z.strictObject({
  dailyTryOns: z.int(WRONG).min(0, WRONG).max(10_000, WRONG).nullable(),
});

/** `PUT …/suspension`; `DELETE` lifts it. Of a person and of a shop alike. */
export const suspensionBody = z.strictObject({
  reason: z
    .string()
    .trim()
    .min(1, 'Say why, for other admins.')
    .max(300, 'Use at most 300 characters.'),
});
