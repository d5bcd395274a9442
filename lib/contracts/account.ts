import { z } from 'zod';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '#lib/domain/password.ts';
import { fieldProblems, passwordProblemText } from '#lib/words/problems.ts';

/** Its length. Whether it is easily guessed is for the server, which has the list. */
export const newPassword = z
  .string()
  .min(MIN_PASSWORD_LENGTH, passwordProblemText.short)
  .max(MAX_PASSWORD_LENGTH, passwordProblemText.long);

const name = z.string().trim().min(1, fieldProblems.nameMissing).max(80);
const email = z.email(fieldProblems.emailOdd).trim().toLowerCase().max(254);
/** One that is there already, whatever the rules were when it was set. */
const oldPassword = z.string().max(MAX_PASSWORD_LENGTH);
const token = z.string().min(1).max(200);

export const registerBody = z.strictObject({
  name,
  email,
  password: newPassword,
});
export type RegisterBody = z.infer<typeof registerBody>;

/** `POST /api/account`: made at once, or when the link in a mail is opened. */
export const registered = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('made') }),
  z.object({ kind: z.literal('mailed') }),
]);

export const nameBody = z.strictObject({ name });
/** The password is asked for in another browser than the one in which the account was asked for. */
export const confirmBody = z.strictObject({ token, password: oldPassword.optional() });
export const forgotBody = z.strictObject({ email });
export const resetBody = z.strictObject({ token, password: newPassword });
/** Nothing for `currentPassword` from those who have none. */
export const passwordBody = z.strictObject({
  password: newPassword,
  currentPassword: oldPassword.optional(),
});
export const emailBody = z.strictObject({ email, currentPassword: oldPassword.optional() });
export const confirmEmailBody = z.strictObject({ token });

/** `POST /api/session/guest` and `GET /api/session`. */
export const sessionView = z.object({
  userId: z.uuid(),
  isGuest: z.boolean(),
  role: z.enum(['SHOPPER', 'MERCHANT', 'ADMIN']),
  name: z.string().nullable(),
  email: z.string().nullable(),
});
export type SessionView = z.infer<typeof sessionView>;
