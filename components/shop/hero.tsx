import Link from 'next/link';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Picture } from '#components/ui/picture.tsx';
import type { WornLook } from '#lib/contracts/home.ts';
import { heroWords, wornWords } from '#lib/words/home.ts';
import { WornPicture } from './worn-picture.tsx';

interface HeroProps {
  look: WornLook | null;
  modelCount: number;
}

export function Hero({ look, modelCount }: HeroProps) {
  return (
    <section className="page-width grid items-center gap-x-10 gap-y-10 pt-10 pb-4 md:grid-cols-[5fr_7fr] md:pt-10 lg:gap-x-16">
      <div className="grid justify-items-start gap-6">
        <h1 className="font-display text-display tracking-[-0.025em] text-balance">
          {heroWords.title}
        </h1>
        <p className="max-w-md text-lg leading-relaxed text-pretty text-ink-soft">
          {heroWords.lead}
        </p>
        <LinkButton href="/garments" size="large">
          {heroWords.browse}
        </LinkButton>
        {modelCount > 0 && (
          <p className="max-w-sm text-sm text-pretty text-ink-soft">
            {heroWords.noPhotoNeeded(modelCount)}
          </p>
        )}
      </div>
      {look && <HeroLook look={look} />}
    </section>
  );
}

/** The garment hangs small beside the look it became, on the same foot. */
function HeroLook({ look }: { look: WornLook }) {
  const { garment, model } = look;
  return (
    <div className="group relative grid grid-cols-[5fr_9fr] items-end gap-x-4 sm:gap-x-6">
      <div className="grid gap-3">
        <Picture
          picture={garment.image}
          alt={garment.image?.alt ?? ''}
          sizes="(min-width: 48rem) 19vw, 33vw"
        />
        <p className="text-sm text-pretty text-ink-soft">
          <Link
            href={`/garments/${garment.slug}`}
            className="text-ink underline-offset-4 decoration-1 after:absolute after:inset-0 group-hover:underline"
          >
            {garment.title}
          </Link>
          <br />
          {wornWords.by(garment.shop.name, model.name)}
        </p>
      </div>
      <WornPicture look={look} sizes="(min-width: 48rem) 44vw, 75vw" priority />
    </div>
  );
}
