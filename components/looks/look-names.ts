import type { TryOnView } from '#lib/contracts/try-on.ts';
import { lookText } from '#lib/words/try-on.ts';

/** A house model's name; null for the person's own photo. */
export function personOf({ subject }: TryOnView): string | null {
  return subject.kind === 'house-model' ? subject.name : null;
}

export function lookAlt(tryOn: TryOnView): string {
  return lookText(tryOn.garment, personOf(tryOn), tryOn.under?.garment);
}
