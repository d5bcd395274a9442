import type { TryOnView } from '#lib/contracts/try-on.ts';
import { looksWords } from '#lib/words/looks.ts';
import { lookText } from '#lib/words/try-on.ts';

/** A house model's name; null for the person's own photo. */
export function personOf({ subject }: TryOnView): string | null {
  return subject.kind === 'house-model' ? subject.name : null;
}

/** The garment, or both of an outfit. */
export function lookTitle({ garment, under }: TryOnView): string {
  return under ? looksWords.outfit(garment.title, under.garment.title) : garment.title;
}

export function lookAlt(tryOn: TryOnView): string {
  return lookText(tryOn.garment, personOf(tryOn), tryOn.under?.garment);
}
