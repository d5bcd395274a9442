import Link from 'next/link';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Picture, type PictureSource } from '#components/ui/picture.tsx';

interface HeroProps {
  /** Up to two pictures that belong together: a garment, and a person to wear it. */
  pictures: { picture: PictureSource; alt: string }[];
  garment: { slug: string; title: string; shop: { name: string } } | undefined;
  modelCount: number;
}

export function Hero({ pictures, garment, modelCount }: HeroProps) {
  return (
    <section className="page-width grid items-center gap-x-12 gap-y-10 py-10 md:grid-cols-[5fr_7fr] md:py-12 lg:gap-x-14">
      <div className="grid justify-items-start gap-6">
        <h1 className="font-display text-display tracking-[-0.025em] text-balance">
          See it on yourself
        </h1>
        <p className="max-w-md text-lg leading-relaxed text-pretty text-ink-soft">
          Choose a garment, add a photo, and see the two become one picture, right beside the
          original.
        </p>
        <LinkButton href="/garments" size="large">
          Browse the garments
        </LinkButton>
        {modelCount > 0 && (
          <p className="max-w-sm text-sm text-pretty text-ink-soft">
            No account needed, and no photo either:{' '}
            {modelCount === 1 ? 'a house model is' : `${modelCount} house models are`} ready to step
            in for you.
          </p>
        )}
      </div>
      <Diptych pictures={pictures} garment={garment} />
    </section>
  );
}

/** Hung at two heights, like pictures on a wall. */
function Diptych({ pictures, garment }: Pick<HeroProps, 'pictures' | 'garment'>) {
  const [first, second] = pictures;
  if (!first) return null;
  return (
    <div className="group relative grid grid-cols-2 items-start gap-x-4 sm:gap-x-6">
      <HeroPicture {...first} className="mt-8 sm:mt-14" />
      <div className="grid gap-3">
        {second && <HeroPicture {...second} />}
        {garment && (
          <p className="text-sm text-ink-soft">
            <Link
              href={`/garments/${garment.slug}`}
              className="text-ink underline-offset-4 decoration-1 after:absolute after:inset-0 group-hover:underline"
            >
              {garment.title}
            </Link>
            , {garment.shop.name}
          </p>
        )}
      </div>
    </div>
  );
}

function HeroPicture({
  picture,
  alt,
  className,
}: {
  picture: PictureSource;
  alt: string;
  className?: string;
}) {
  return (
    <Picture
      picture={picture}
      alt={alt}
      sizes="(min-width: 48rem) 28vw, 46vw"
      priority
      className={className}
    />
  );
}
