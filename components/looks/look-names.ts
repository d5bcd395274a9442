import type { TryOnView } from '#lib/contracts/try-on.ts';
import { nameOf } from '#lib/domain/subject.ts';
import { looksWords } from '#lib/words/looks.ts';
import { lookText } from '#lib/words/try-on.ts';

/** The garment, or both of an outfit. */
export function lookTitle({ garment, under }: TryOnView): string {
  return under ? looksWords.outfit(garment.title, under.garment.title) : garment.title;
}

export function lookAlt(tryOn: TryOnView): string {
  return lookText(tryOn.garment, nameOf(tryOn), tryOn.under?.garment);
}
