import { z } from 'zod';
import type { ErasureCause, ErasureState } from '#lib/domain/erasure.ts';
import type { PhotoView } from './photo.ts';

/** `POST /api/consent`: agrees to the text of that version. */
export const giveConsentBody = z.strictObject({ version: z.string().min(1).max(40) });

/** `DELETE /api/consent`: the deletion that follows from it; null when no picture was kept. */
export const consentWithdrawn = z.object({ erasure: z.uuid().nullable() });

/** `POST /api/account/closing` */
export const closeAccountBody = z.strictObject({
  /** Of whoever has one. */
  currentPassword: z.string().max(200).optional(),
  /** Of whoever signs in without a password. */
  email: z.string().max(254).optional(),
});
export type CloseAccountBody = z.infer<typeof closeAccountBody>;

/** The receipt, at `/erasures/{erasure}`. */
export const accountClosed = z.object({ erasure: z.uuid() });

/** A deletion, for its person and for whoever has the address of its receipt. */
export interface ErasureView {
  id: string;
  cause: ErasureCause;
  /** Of files: a photo has two. */
  pictures: number;
  requestedAt: string;
  state:
    | { kind: 'done'; doneAt: string }
    | { kind: 'open'; latest: string }
    | { kind: Extract<ErasureState['kind'], 'late'> };
}

export interface ConsentRecord {
  id: string;
  version: string;
  text: string;
  givenAt: string;
  withdrawnAt: string | null;
}

/** What "Your data" shows. */
export interface OwnDataView {
  photos: PhotoView[];
  /** Null without any; when the first and the last of them go. */
  looks: { count: number; first: string; last: string } | null;
  consents: ConsentRecord[];
  erasures: ErasureView[];
  closing: Closing;
  /** For a guest: how long everything is kept after the last visit. */
  guestDays: number | null;
}

/** What somebody has to give to close the account. */
export type Closing =
  | { asks: 'password' }
  | { asks: 'email'; email: string }
  /** A guest, or an account without any. */
  | { asks: 'nothing'; isGuest: boolean };
