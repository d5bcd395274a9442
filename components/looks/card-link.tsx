'use client';

import Link from 'next/link';
import { FullPictures } from '#components/ui/full-picture.tsx';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { lookName } from '#lib/words/garment-name.ts';
import { looksWords } from '#lib/words/looks.ts';
import { lookAlt } from './look-names.ts';

const coversTheCard =
  'text-left underline-offset-4 decoration-1 after:absolute after:inset-0 group-hover:underline';

const roomHref = ({ id, garment }: TryOnView) => `/garments/${garment.slug}?try-on=${id}`;

/** The title of a card: to its room, or, when the garment has no page any more, to its picture. */
export function CardLink({ tryOn }: { tryOn: TryOnView }) {
  const title = lookName(tryOn);
  if (tryOn.garment.inShop) {
    return (
      <Link href={roomHref(tryOn)} className={coversTheCard}>
        {title}
      </Link>
    );
  }
  if (tryOn.state !== 'succeeded') return title;
  return (
    <FullPictures
      name={tryOn.id}
      pictures={[{ ...tryOn.look, alt: lookAlt(tryOn) }]}
      className={coversTheCard}
    >
      {title}
    </FullPictures>
  );
}

/** Of one that has no picture: back to the room, where its photo is kept. */
export function NextStep({ tryOn }: { tryOn: TryOnView }) {
  if (!tryOn.garment.inShop) return null;
  const title = lookName(tryOn);
  switch (tryOn.state) {
    case 'failed':
    case 'blocked':
    case 'expired':
    case 'unknown': {
      const helps = tryOn.problem.askAgain !== 'no';
      return (
        <Link
          href={roomHref(tryOn)}
          aria-label={helps ? looksWords.failedAgain(title) : looksWords.failedWhyOf(title)}
          className="text-link relative z-10 flex min-h-11 items-center justify-self-start text-sm"
        >
          {helps ? looksWords.tryAgain : looksWords.failedWhy}
        </Link>
      );
    }
    case 'queued':
    case 'sending':
    case 'running':
    case 'saving':
    case 'succeeded':
    case 'cancelled':
      return null;
  }
}
