import { LinkButton } from '#components/ui/link-button.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { Picture as PictureView } from '#lib/contracts/try-on.ts';
import { sharedWords } from '#lib/words/share.ts';

interface SharedLookProps {
  look: {
    name: string;
    picture: PictureView;
    expiresAt: string;
    garment: { slug: string; name: string } | null;
  };
}

/** A look as somebody else sees it: the picture and what is worn, and nothing of whose it is. */
export function SharedLook({ look }: SharedLookProps) {
  const { name, picture, expiresAt, garment } = look;
  return (
    <article className="page-width grid max-w-4xl items-center gap-x-12 gap-y-6 pt-6 md:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] md:pt-14">
      <Picture
        picture={picture}
        alt={sharedWords.alt(name)}
        sizes="(min-width: 768px) 32rem, 100vw"
        priority
      />
      <div className="grid justify-items-start gap-4">
        <div className="grid gap-2">
          <p className="text-sm text-ink-soft">{sharedWords.lead}</p>
          <h1 className="font-display text-title tracking-[-0.015em] text-balance">{name}</h1>
        </div>
        {garment && (
          <LinkButton href={`/garments/${garment.slug}`}>{sharedWords.garment}</LinkButton>
        )}
        <p className="max-w-sm text-sm text-pretty text-ink-soft">{sharedWords.note(expiresAt)}</p>
      </div>
    </article>
  );
}
