import type { TryOnView } from '#lib/contracts/try-on.ts';

/** A look of this garment and nothing else on the same person: what an outfit can be made of anew. */
export function findLookAlone(
  tryOns: readonly TryOnView[],
  garment: { slug: string },
  person: TryOnView['subject'],
): TryOnView | undefined {
  return tryOns.find(
    ({ state, under, garment: { slug }, subject }) =>
      state === 'succeeded' && !under && slug === garment.slug && isSame(subject, person),
  );
}

function isSame(one: TryOnView['subject'], other: TryOnView['subject']): boolean {
  return one.kind === 'photo'
    ? other.kind === 'photo' && one.photoId === other.photoId
    : other.kind === 'house-model' && one.slug === other.slug;
}
