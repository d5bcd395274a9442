import type { TryOnView } from '#lib/contracts/try-on.ts';
import { nameOf } from '#lib/domain/subject.ts';
import { lookText } from '#lib/words/try-on.ts';

export function lookAlt(tryOn: TryOnView): string {
  return lookText(tryOn.garment, nameOf(tryOn), tryOn.under?.garment);
}
