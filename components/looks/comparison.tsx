import { X } from 'lucide-react';
import Link from 'next/link';
import { classNames } from '#components/ui/class-names.ts';
import { Picture } from '#components/ui/picture.tsx';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { compareHref, LEAST_COMPARED } from '#lib/domain/compare-looks.ts';
import { formatMoney, type Money } from '#lib/domain/money.ts';
import { nameOf } from '#lib/domain/subject.ts';
import { lookName } from '#lib/words/garment-name.ts';
import { compareWords, looksWords } from '#lib/words/looks.ts';
import { lookAlt } from './look-names.ts';

type Look = Extract<TryOnView, { state: 'succeeded' }>;

interface Piece {
  slug: string;
  title: string;
  /** Null when it is no longer in the shop. */
  price: Money | null;
}

interface ComparisonProps {
  compared: { look: Look; pieces: Piece[] }[];
}

/** Looks beside each other, whole on the screen; on a phone two at a time, the others by a swipe. */
export function Comparison({ compared }: ComparisonProps) {
  const ids = compared.map(({ look }) => look.id);
  const swiped = compared.length > LEAST_COMPARED;
  return (
    <ul
      // What can be scrolled must be reached by keyboard.
      tabIndex={swiped ? 0 : undefined}
      className="-mx-4 flex snap-x scroll-px-4 gap-3 overflow-x-auto px-4 pb-2 sm:mx-0 sm:gap-6 sm:px-0"
    >
      {compared.map(({ look, pieces }) => (
        <li
          key={look.id}
          className={classNames(
            'relative grid max-w-[max(15rem,(100dvh-17rem)*0.75)] content-start gap-3 snap-start',
            swiped ? 'w-[45%] shrink-0 sm:w-auto sm:flex-1 sm:shrink' : 'flex-1',
          )}
        >
          <Picture picture={look.look} alt={lookAlt(look)} priority />
          <div className="grid gap-0.5 text-[0.9375rem]">
            <h2 className="font-medium text-pretty">
              <LookLink look={look} inShop={pieces[0]?.price != null} />
            </h2>
            <p className="text-ink-soft">{looksWords.on(nameOf(look))}</p>
            <ul className="mt-1 grid gap-0.5 text-ink-soft">
              {pieces.map((piece) => (
                <PieceLine key={piece.slug} piece={piece} alone={pieces.length === 1} />
              ))}
            </ul>
          </div>
          {swiped && (
            <Link
              href={compareHref(ids.filter((id) => id !== look.id))}
              replace
              scroll={false}
              aria-label={compareWords.takeOut(lookName(look))}
              className="group/out absolute top-1.5 right-1.5 grid size-11 place-items-center rounded-full"
            >
              <span className="grid size-9 place-items-center rounded-full bg-paper/85 transition-colors duration-150 group-hover/out:bg-raised">
                <X aria-hidden className="size-[1.125rem]" />
              </span>
            </Link>
          )}
        </li>
      ))}
    </ul>
  );
}

/** To its room, as long as the garment has a page. */
function LookLink({ look, inShop }: { look: Look; inShop: boolean }) {
  if (!inShop) return lookName(look);
  return (
    <Link
      href={`/garments/${look.garment.slug}?try-on=${look.id}`}
      className="underline-offset-4 decoration-1 hover:underline"
    >
      {lookName(look)}
    </Link>
  );
}

/** @param alone its name stands above already; the colours of an outfit do, too */
function PieceLine({ piece: { slug, title, price }, alone }: { piece: Piece; alone: boolean }) {
  return (
    <li className="flex flex-wrap justify-between gap-x-3">
      {!alone &&
        (price ? (
          <Link href={`/garments/${slug}`} className="text-link">
            {title}
          </Link>
        ) : (
          <span>{title}</span>
        ))}
      <span className="tabular-nums">{price ? formatMoney(price) : looksWords.gone}</span>
    </li>
  );
}
