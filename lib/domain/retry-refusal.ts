import { needsReview, type TryOnState } from './try-on.ts';

/** Why a try-on cannot be asked for again by an admin, in the order in which it is told. */
export const retryRefusals = [
  'deleted',
  'under_way',
  'has_look',
  'retried_already',
  'person_suspended',
  'shop_suspended',
  'consent_withdrawn',
  'photo_deleted',
  'look_deleted',
  'replaced',
] as const;
export type RetryRefusal = (typeof retryRefusals)[number];

export const retryRefusalWords: Readonly<Record<RetryRefusal, string>> = {
  deleted: 'The shopper has deleted this try-on, so it cannot be tried again.',
  under_way: 'It is still under way, so it cannot be tried again yet.',
  has_look: 'Only a try-on that has ended without a look can be retried.',
  retried_already: 'It was retried already.',
  person_suspended: 'The person is suspended, so nothing is asked for in their name.',
  shop_suspended: 'The shop is suspended, so nothing of it is asked for.',
  consent_withdrawn: 'The consent was withdrawn, so this cannot be tried again.',
  photo_deleted: 'The photo has been deleted, so this cannot be tried again.',
  look_deleted: 'The look under it has been deleted, so this cannot be tried again.',
  replaced: 'The shop has had another take made since, so nothing waits for this one.',
};

/** What of a try-on says whether it can be asked for again. */
export interface Retryable {
  state: TryOnState;
  deletedAt: Date | null;
  user: { suspendedAt: Date | null };
  shop: { suspendedAt: Date | null };
  photoId: string | null;
  photo: {
    inputMediaId: string | null;
    deletedAt: Date | null;
    consent: { withdrawnAt: Date | null };
  } | null;
  baseId: string | null;
  base: { deletedAt: Date | null; resultMediaId: string | null } | null;
  /** A shop's own whose place on the house model another take has now. */
  replaced: boolean;
  /** Those that an admin asked for and nobody called off. */
  retriedByAdmin: boolean;
}

/** Null for one that can. */
export function whyNoRetry(tryOn: Retryable): RetryRefusal | null {
  const { state, photo, base } = tryOn;
  if (tryOn.deletedAt) return 'deleted';
  if (!needsReview(state)) {
    return state === 'succeeded' || state === 'cancelled' ? 'has_look' : 'under_way';
  }
  if (tryOn.retriedByAdmin) return 'retried_already';
  if (tryOn.user.suspendedAt) return 'person_suspended';
  if (tryOn.shop.suspendedAt) return 'shop_suspended';
  if (photo?.consent.withdrawnAt) return 'consent_withdrawn';
  // An outfit needs the look under it, and the photo of that no more.
  if (!tryOn.baseId && tryOn.photoId && (photo?.deletedAt || !photo?.inputMediaId)) {
    return 'photo_deleted';
  }
  if (tryOn.baseId && (base?.deletedAt || !base?.resultMediaId)) return 'look_deleted';
  return tryOn.replaced ? 'replaced' : null;
}

/** Where no block stands that a shopper could be right about; any other is overturned without a retry. */
export const forbidsOverturn = (refusal: RetryRefusal): boolean =>
  refusal === 'deleted' || refusal === 'under_way' || refusal === 'has_look';

/** Of these the provider may have made and billed the picture already. */
export const mayBePaidFor = (state: TryOnState): boolean => state === 'unknown';
