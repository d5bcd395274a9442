import Link from 'next/link';
import type { WornLook } from '#lib/contracts/home.ts';
import { wornWords } from '#lib/words/home.ts';
import { WornPicture } from './worn-picture.tsx';

/**
 * Pictures of three sizes on one centre line, as a gallery hangs them: pairs on a phone, rows of three
 * elsewhere. Six places; they begin again after that.
 */
const places = [
  'col-span-7 md:col-span-5',
  'col-span-5 md:col-span-3',
  'col-span-5 md:col-span-4',
  'col-span-7 md:col-span-3',
  'col-span-7 md:col-span-4',
  'col-span-5 md:col-span-5',
];

export function WornWall({ looks }: { looks: WornLook[] }) {
  if (looks.length === 0) return null;
  return (
    <section aria-labelledby="worn" className="page-width mt-20 grid gap-8 md:mt-28 md:gap-12">
      <div className="grid gap-3">
        <h2 id="worn" className="font-display text-title tracking-[-0.015em] text-balance">
          {wornWords.title}
        </h2>
        <p className="max-w-xl text-pretty text-ink-soft">{wornWords.lead}</p>
      </div>
      <ul className="grid grid-cols-12 items-center gap-x-4 gap-y-10 sm:gap-x-6 md:gap-y-16 lg:gap-x-10">
        {looks.map((look, index) => (
          <li key={look.garment.slug} className={places[index % places.length]}>
            <Worn look={look} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Worn({ look }: { look: WornLook }) {
  const { garment, model } = look;
  return (
    <article className="group relative grid gap-3">
      <WornPicture look={look} sizes="(min-width: 48rem) 46vw, 75vw" />
      <div className="grid gap-0.5 text-sm">
        <h3 className="font-medium text-pretty">
          <Link
            href={`/garments/${garment.slug}`}
            className="underline-offset-4 decoration-1 after:absolute after:inset-0 group-hover:underline"
          >
            {garment.title}
          </Link>
        </h3>
        <p className="text-pretty text-ink-soft">{wornWords.by(garment.shop.name, model.name)}</p>
      </div>
    </article>
  );
}
