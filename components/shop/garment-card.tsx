import Link from 'next/link';
import { Picture } from '#components/ui/picture.tsx';
import type { GarmentCard as Garment } from '#lib/contracts/garment.ts';
import { formatMoney } from '#lib/domain/money.ts';

interface GarmentCardProps {
  garment: Garment;
  /** Above the fold. */
  priority?: boolean;
}

const sizes = '(min-width: 64rem) 22vw, (min-width: 40rem) 30vw, 46vw';

export function GarmentCard({ garment, priority }: GarmentCardProps) {
  return (
    <article className="group relative grid content-start gap-3">
      <div className="relative">
        <Picture
          picture={garment.image}
          alt={garment.image?.alt ?? ''}
          sizes={sizes}
          priority={priority}
        />
        {garment.worn && (
          // Not displayed until somebody points at the card or comes to it by keyboard, and so not
          // fetched either: most cards of a page are passed by. Until it is there, one sees through.
          <div className="absolute inset-0 hidden opacity-0 [&>span]:bg-transparent transition-[opacity,display] transition-discrete duration-300 ease-settle group-hover:block group-hover:opacity-100 group-has-focus-visible:block group-has-focus-visible:opacity-100 starting:group-hover:opacity-0 starting:group-has-focus-visible:opacity-0">
            <Picture picture={garment.worn} alt={garment.worn.alt} sizes={sizes} />
          </div>
        )}
      </div>
      <div className="grid gap-0.5 text-[0.9375rem]">
        <h3 className="font-medium text-pretty">
          {/* The link covers the card, and its name stays the garment's. */}
          <Link
            href={`/garments/${garment.slug}`}
            className="underline-offset-4 decoration-1 after:absolute after:inset-0 group-hover:underline"
          >
            {garment.title}
          </Link>
        </h3>
        {garment.colour && <p className="text-ink-soft">{garment.colour}</p>}
        <p className="flex flex-wrap justify-between gap-x-3 text-ink-soft">
          <span>{garment.shop.name}</span>
          <span className="tabular-nums">{formatMoney(garment.price)}</span>
        </p>
      </div>
    </article>
  );
}
