import Link from 'next/link';
import { Picture } from '#components/ui/picture.tsx';
import type { ColourSibling } from '#lib/contracts/garment.ts';
import { garmentWords } from '#lib/words/shop.ts';

interface ColourLinksProps {
  colours: ColourSibling[];
  /** Of the garment that is shown. */
  slug: string;
}

/** The same garment in its other colours, each a page of its own. */
export function ColourLinks({ colours, slug }: ColourLinksProps) {
  const here = colours.find((one) => one.slug === slug);
  if (!here) return null;
  return (
    <nav aria-label={garmentWords.colours} className="mt-2 grid gap-2">
      <p className="text-sm text-ink-soft">
        {garmentWords.colour}: <span className="text-ink">{here.colour}</span>
      </p>
      <ul className="flex flex-wrap gap-2">
        {colours.map(({ slug: other, colour, image }) => (
          <li key={other}>
            <Link
              href={`/garments/${other}`}
              aria-current={other === slug ? 'page' : undefined}
              title={colour}
              className="block w-14 rounded-picture border-2 border-transparent hover:border-line-strong aria-[current]:border-ink"
            >
              <Picture picture={image} alt="" sizes="3.5rem" />
              <span className="sr-only">{colour}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
