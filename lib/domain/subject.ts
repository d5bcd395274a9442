/**
 * Who wears a garment. A try-on is asked for on a person, or on a look of one that exists already: the
 * person is the same then, but something else is worn under it.
 */

export type Person = { kind: 'photo'; photoId: string } | { kind: 'house-model'; slug: string };

export type Subject = Person | { kind: 'look'; tryOnId: string };

/** What of a try-on says who wears it. */
interface Worn {
  subject:
    | Extract<Person, { kind: 'photo' }>
    | (Extract<Person, { kind: 'house-model' }> & { name: string });
}

/** Who wears it, without anything else that is worn. */
export function personOf({ subject }: Worn): Person {
  return subject.kind === 'photo'
    ? { kind: 'photo', photoId: subject.photoId }
    : { kind: 'house-model', slug: subject.slug };
}

/** What a try-on was asked for on: an outfit's second piece goes over the same look again. */
export function subjectOf(tryOn: Worn & { under: { id: string } | null }): Subject {
  return tryOn.under ? { kind: 'look', tryOnId: tryOn.under.id } : personOf(tryOn);
}

/** The name of a house model; null for somebody's own photo. */
export function nameOf({ subject }: Worn): string | null {
  return subject.kind === 'house-model' ? subject.name : null;
}
