import { z } from 'zod';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '#lib/domain/password.ts';
import { fieldProblems, passwordProblemText } from '#lib/words/problems.ts';

/** Its length. Whether it is easily guessed is for the server, which has the list. */
export const newPassword = z
  .string()
  .min(MIN_PASSWORD_LENGTH, passwordProblemText.short)
  .max(MAX_PASSWORD_LENGTH, passwordProblemText.long);

export const registerBody = z.strictObject({
  name: z.string().trim().min(1, fieldProblems.nameMissing).max(80),
  email: z.email(fieldProblems.emailOdd).trim().toLowerCase().max(254),
  password: newPassword,
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
