import { z } from 'zod';

/** `POST /api/consent`: agrees to the text of that version. */
export const giveConsentBody = z.strictObject({ version: z.string().min(1).max(40) });

/** `DELETE /api/consent`: the deletion that follows from it; null when no picture was kept. */
export const consentWithdrawn = z.object({ erasure: z.uuid().nullable() });

/** `POST /api/account/closing` */
export const closeAccountBody = z.strictObject({
  /** Of whoever has one. */
  password: z.string().max(200).optional(),
  /** Of whoever signs in without a password. */
  email: z.string().max(254).optional(),
});
export type CloseAccountBody = z.infer<typeof closeAccountBody>;

/** The receipt, at `/erasures/{erasure}`. */
export const accountClosed = z.object({ erasure: z.uuid() });
