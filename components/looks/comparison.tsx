import { X } from 'lucide-react';
import Link from 'next/link';
import { classNames } from '#components/ui/class-names.ts';
import { Picture } from '#components/ui/picture.tsx';
import type { GarmentCard } from '#lib/contracts/garment.ts';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { compareHref, LEAST_COMPARED } from '#lib/domain/compare-looks.ts';
import { formatMoney } from '#lib/domain/money.ts';
import { compareWords, looksWords } from '#lib/words/looks.ts';
import { lookText } from '#lib/words/try-on.ts';
import { personOf } from './person-of.ts';

interface ComparisonProps {
  compared: {
    look: Extract<TryOnView, { state: 'succeeded' }>;
    /** Null when it is no longer in the shop. */
    garment: GarmentCard | null;
  }[];
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
      {compared.map(({ look, garment }) => (
        <li
          key={look.id}
          className={classNames(
            'relative grid max-w-[max(15rem,(100dvh-17rem)*0.75)] content-start gap-3 snap-start',
            swiped ? 'w-[45%] shrink-0 sm:w-auto sm:flex-1 sm:shrink' : 'flex-1',
          )}
        >
          <Picture
            picture={look.look}
            alt={lookText(look.garment, personOf(look), look.under?.garment)}
            priority
          />
          <div className="grid gap-0.5 text-[0.9375rem]">
            <h2 className="font-medium text-pretty">
              {garment ? (
                <Link
                  href={`/garments/${garment.slug}?try-on=${look.id}`}
                  className="underline-offset-4 decoration-1 hover:underline"
                >
                  {garment.title}
                </Link>
              ) : (
                look.garment.title
              )}
            </h2>
            <p className="flex flex-wrap justify-between gap-x-3 text-ink-soft">
              <span>{looksWords.on(personOf(look))}</span>
              <span className="tabular-nums">
                {garment ? formatMoney(garment.price) : compareWords.notInShop}
              </span>
            </p>
          </div>
          {swiped && (
            <Link
              href={compareHref(ids.filter((id) => id !== look.id))}
              replace
              scroll={false}
              aria-label={compareWords.takeOut(look.garment.title)}
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
