import { Undo2 } from 'lucide-react';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { outfitWords } from '#lib/words/outfit.ts';
import { lookHref } from './use-room-address.ts';

/** The way from an outfit to the look under it, while that is there. Nothing is deleted by it. */
export function BackToLook({ tryOn: { garment, under, state } }: { tryOn: TryOnView }) {
  if (!under?.look || !under.garment.inShop) return null;
  return (
    <LinkButton variant="secondary" href={lookHref(under)}>
      <Undo2 aria-hidden />
      {state === 'succeeded'
        ? outfitWords.without(garment.title)
        : outfitWords.backTo(under.garment.title)}
    </LinkButton>
  );
}
