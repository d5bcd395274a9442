'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { type ComponentProps, useEffect, useId, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Notice } from '#components/ui/notice.tsx';
import { Picture } from '#components/ui/picture.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { useGarmentsToTry } from '#lib/client/use-garments-to-try.ts';
import type { GarmentCard } from '#lib/contracts/garment.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { formatMoney } from '#lib/domain/money.ts';
import { nextGarmentWords } from '#lib/words/outfit.ts';

interface GarmentStripProps {
  category: GarmentCategory;
  /** Slug of the shop whose garments come first. */
  shop: string;
  /** Slug of the garment that is worn already. */
  without: string;
  title: string;
  note: string;
  /** What choosing one does, in the words on each. */
  action: string;
  busy: boolean;
  onChoose: (slug: string) => void;
}

/** Garments in a row that scrolls sideways; choosing one asks for its picture at once. */
export function GarmentStrip({
  category,
  shop,
  without,
  title,
  note,
  action,
  busy,
  onChoose,
}: GarmentStripProps) {
  const { garments, error, retry } = useGarmentsToTry(category, shop);
  const titleId = useId();
  const row = useRef<HTMLUListElement>(null);
  const [asked, setAsked] = useState<string | null>(null);
  useEffect(() => {
    if (!busy) setAsked(null);
  }, [busy]);
  const others = garments?.filter(({ slug }) => slug !== without);
  const scroll = (way: 1 | -1) =>
    row.current?.scrollBy({ left: way * row.current.clientWidth * 0.8, behavior: 'smooth' });
  return (
    <section aria-labelledby={titleId} className="grid grid-cols-1 gap-4">
      <div className="flex items-end justify-between gap-4">
        <div className="grid gap-1">
          <h3 id={titleId} className="font-display text-heading text-balance">
            {title}
          </h3>
          <p className="text-sm text-pretty text-ink-soft">{note}</p>
        </div>
        <div className="flex shrink-0 pointer-coarse:hidden">
          <Way label={nextGarmentWords.back} onClick={() => scroll(-1)}>
            <ChevronLeft aria-hidden />
          </Way>
          <Way label={nextGarmentWords.onwards} onClick={() => scroll(1)}>
            <ChevronRight aria-hidden />
          </Way>
        </div>
      </div>
      {error && !others ? (
        <Notice
          kind="warning"
          role="status"
          actions={
            <Button size="small" variant="secondary" onClick={retry}>
              {nextGarmentWords.tryAgain}
            </Button>
          }
        >
          {nextGarmentWords.failed}
        </Notice>
      ) : others?.length === 0 ? (
        <p className="text-sm text-ink-soft">{nextGarmentWords.none}</p>
      ) : (
        <ul
          ref={row}
          className="-mx-4 flex snap-x scroll-px-4 gap-3 overflow-x-auto overscroll-x-contain px-4 pt-1 pb-3 md:-mx-1 md:scroll-px-1 md:px-1"
        >
          {others
            ? others.map((garment) => (
                <li key={garment.slug} className={cell}>
                  <Choice
                    garment={garment}
                    action={asked === garment.slug ? nextGarmentWords.asking : action}
                    busy={busy}
                    dimmed={busy && asked !== garment.slug}
                    onChoose={() => {
                      setAsked(garment.slug);
                      onChoose(garment.slug);
                    }}
                  />
                </li>
              ))
            : waiting.map((place) => (
                <li key={place} className={cell}>
                  <Skeleton className="aspect-3/4" />
                  <Skeleton className="mt-2 h-[4.75rem] bg-transparent" />
                </li>
              ))}
        </ul>
      )}
    </section>
  );
}

const cell = 'w-32 shrink-0 snap-start';
const waiting = [1, 2, 3, 4, 5, 6];

interface ChoiceProps {
  garment: GarmentCard;
  action: string;
  busy: boolean;
  dimmed: boolean;
  onChoose: () => void;
}

function Choice({ garment, action, busy, dimmed, onChoose }: ChoiceProps) {
  return (
    <button
      type="button"
      // Still in the tab order while it waits, or the focus would be lost.
      aria-disabled={busy || undefined}
      onClick={() => !busy && onChoose()}
      className="group grid w-full content-start gap-2 text-left text-label leading-snug aria-disabled:cursor-default"
    >
      <Picture
        picture={garment.image}
        alt=""
        sizes="8rem"
        className={classNames('transition-opacity', dimmed && 'opacity-50')}
      />
      <span className="grid gap-0.5">
        <span className="line-clamp-2 min-h-[2.75em] text-pretty text-ink">
          {garment.title}
          {garment.colour && <span className="text-ink-soft">, {garment.colour}</span>}
        </span>
        <span className="text-ink-soft tabular-nums">{formatMoney(garment.price)}</span>
        <span className="font-medium text-accent underline decoration-line-strong underline-offset-4 group-hover:decoration-accent">
          {action}
        </span>
      </span>
    </button>
  );
}

function Way({ label, ...rest }: ComponentProps<'button'> & { label: string }) {
  return <Button variant="quiet" aria-label={label} className="w-11 px-0" {...rest} />;
}
