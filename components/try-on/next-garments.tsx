'use client';

import Link from 'next/link';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { findLookAlone } from '#lib/client/look-alone.ts';
import { useTryOns } from '#lib/client/use-try-ons.ts';
import type { SubmitTryOnBody, TryOnView } from '#lib/contracts/try-on.ts';
import { completedBy } from '#lib/domain/outfit.ts';
import { nameOf, personOf } from '#lib/domain/subject.ts';
import { nextGarmentWords } from '#lib/words/outfit.ts';
import { GarmentStrip } from './garment-strip.tsx';
import type { SucceededTryOn } from './look-result.tsx';

interface NextGarmentsProps {
  tryOn: SucceededTryOn;
  /** Slug of the shop whose garments come first. */
  shop: string;
  /** The second piece of an outfit is being chosen. */
  adding: boolean;
  busy: boolean;
  onChoose: (slug: string, subject: SubmitTryOnBody['subject']) => void;
}

/** What else the same person could try on: over this look, or in the place of what is worn. */
export default function NextGarments({
  tryOn,
  shop,
  adding,
  busy,
  onChoose,
}: NextGarmentsProps): ReactNode {
  const { garment, subject, under } = tryOn;
  const missing = under ? null : completedBy[garment.category];
  return (
    <div className="grid grid-cols-1 gap-8 border-t border-line pt-6 md:mt-2">
      {adding && missing && (
        <Arriving>
          <GarmentStrip
            category={missing}
            shop={shop}
            without={garment.slug}
            title={nextGarmentWords.addTitle(missing, garment.title)}
            note={nextGarmentWords.addNote}
            action={nextGarmentWords.addThis}
            busy={busy}
            onChoose={(slug) => onChoose(slug, { kind: 'look', tryOnId: tryOn.id })}
          />
        </Arriving>
      )}
      {under ? (
        <OtherPieces tryOn={tryOn} under={under} shop={shop} busy={busy} onChoose={onChoose} />
      ) : (
        // A photo that was deleted cannot be dressed again.
        subject.picture && (
          <GarmentStrip
            category={garment.category}
            shop={shop}
            without={garment.slug}
            title={nextGarmentWords.nextTitle(nameOf(tryOn))}
            note={nextGarmentWords.nextNote}
            action={nextGarmentWords.nextThis}
            busy={busy}
            onChoose={(slug) => onChoose(slug, personOf(tryOn))}
          />
        )
      )}
      <Link
        href="/garments"
        className="text-link inline-flex min-h-11 items-center justify-self-start"
      >
        {nextGarmentWords.browse}
      </Link>
    </div>
  );
}

type OtherPiecesProps = Omit<NextGarmentsProps, 'adding'> & {
  under: NonNullable<TryOnView['under']>;
};

/** Another garment in the place of either piece of an outfit, over a look of the piece that stays. */
function OtherPieces({ tryOn, under, ...rest }: OtherPiecesProps) {
  const { tryOns } = useTryOns();
  const { garment, subject } = tryOn;
  const alone = (kept: TryOnView['garment']) => findLookAlone(tryOns, kept, subject)?.id ?? null;
  const underAlone = under.look ? under.id : alone(under.garment);
  return (
    <>
      <OtherPiece
        {...rest}
        tryOn={tryOn}
        replaced={garment}
        kept={under.garment}
        over={underAlone}
      />
      <OtherPiece
        {...rest}
        tryOn={tryOn}
        replaced={under.garment}
        kept={garment}
        over={alone(garment)}
      />
    </>
  );
}

type OtherPieceProps = Omit<NextGarmentsProps, 'adding'> & {
  replaced: TryOnView['garment'];
  kept: TryOnView['garment'];
  /** The look of the kept piece alone; null when there is none. */
  over: string | null;
};

function OtherPiece({ tryOn, replaced, kept, over, shop, busy, onChoose }: OtherPieceProps) {
  const titleId = useId();
  const title = nextGarmentWords.anotherTitle(replaced.category, kept.title);
  if (over) {
    return (
      <GarmentStrip
        category={replaced.category}
        shop={shop}
        without={replaced.slug}
        title={title}
        note={nextGarmentWords.nextNote}
        action={nextGarmentWords.nextThis}
        busy={busy}
        onChoose={(slug) => onChoose(slug, { kind: 'look', tryOnId: over })}
      />
    );
  }
  if (!kept.inShop || !tryOn.subject.picture) return null;
  return (
    <section aria-labelledby={titleId} className="grid gap-3">
      <div className="grid gap-1">
        <h3 id={titleId} className="font-display text-heading text-balance">
          {title}
        </h3>
        <p className="text-sm text-pretty text-ink-soft">
          {nextGarmentWords.aloneNote(kept.title, replaced.category)}
        </p>
      </div>
      <Button
        variant="secondary"
        disabled={busy}
        onClick={() => onChoose(kept.slug, personOf(tryOn))}
        className="justify-self-start"
      >
        {nextGarmentWords.aloneThis(kept.title)}
      </Button>
    </section>
  );
}

/** It was asked for further up, so it comes into sight and takes the focus. */
function Arriving({ children }: { children: ReactNode }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus({ preventScroll: true });
    place.current?.scrollIntoView({ block: 'nearest', behavior: 'smooth' });
  }, []);
  return (
    <div ref={place} tabIndex={-1} className="scroll-my-20 outline-none">
      {children}
    </div>
  );
}
