import { z } from 'zod';
import { fieldProblems } from '#lib/words/problems.ts';

export const MIN_PASSWORD_LENGTH = 10;

export const registerBody = z.strictObject({
  name: z.string().trim().min(1, fieldProblems.nameMissing).max(80),
  email: z.email(fieldProblems.emailOdd).trim().toLowerCase().max(254),
  password: z
    .string()
    .min(MIN_PASSWORD_LENGTH, fieldProblems.passwordShort(MIN_PASSWORD_LENGTH))
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
