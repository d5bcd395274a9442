import type { SubmitTryOnBody, TryOnView } from '#lib/contracts/try-on.ts';

type Subject = SubmitTryOnBody['subject'];

/** Who wears it, without anything else that is worn. */
export function personOf({
  subject,
}: Pick<TryOnView, 'subject'>): Exclude<Subject, { kind: 'look' }> {
  return subject.kind === 'photo'
    ? { kind: 'photo', photoId: subject.photoId }
    : { kind: 'house-model', slug: subject.slug };
}

/** What a try-on was asked for on: an outfit's second piece goes over the same look again. */
export function subjectOf(tryOn: Pick<TryOnView, 'subject' | 'under'>): Subject {
  return tryOn.under ? { kind: 'look', tryOnId: tryOn.under.id } : personOf(tryOn);
}

/** The name of a house model; null for somebody's own photo. */
export function nameOf({ subject }: Pick<TryOnView, 'subject'>): string | null {
  return subject.kind === 'house-model' ? subject.name : null;
}
