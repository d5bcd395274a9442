import { z } from 'zod';

export const MIN_PASSWORD_LENGTH = 10;

export const registerBody = z.strictObject({
  name: z.string().trim().min(1, 'Tell us what to call you.').max(80),
  email: z.email('That does not look like an email address.').trim().toLowerCase().max(254),
  password: z
    .string()
    .min(MIN_PASSWORD_LENGTH, `Use at least ${MIN_PASSWORD_LENGTH} characters.`)
    .max(200),
});
export type RegisterBody = z.infer<typeof registerBody>;

/** `POST /api/session/guest` and `GET /api/session`. */
export const sessionView = z.object({
  userId: z.uuid(),
  isGuest: z.boolean(),
  role: z.enum(['SHOPPER', 'MERCHANT', 'ADMIN']),
  name: z.string().nullable(),
  email: z.string().nullable(),
});
export type SessionView = z.infer<typeof sessionView>;
