'use client';

import Link from 'next/link';
import { type ReactNode, useEffect, useRef } from 'react';
import type { SubmitTryOnBody } from '#lib/contracts/try-on.ts';
import { completedBy } from '#lib/domain/outfit.ts';
import { nameOf, subjectOf } from '#lib/domain/subject.ts';
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

/** What else the same person could try on: over this look, or in its place. */
export default function NextGarments({
  tryOn,
  shop,
  adding,
  busy,
  onChoose,
}: NextGarmentsProps): ReactNode {
  const { garment, under } = tryOn;
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
      {(!under || under.look) && (
        <GarmentStrip
          category={garment.category}
          shop={shop}
          without={garment.slug}
          title={
            under
              ? nextGarmentWords.anotherTitle(garment.category, under.garment.title)
              : nextGarmentWords.nextTitle(nameOf(tryOn))
          }
          note={nextGarmentWords.nextNote}
          action={nextGarmentWords.nextThis}
          busy={busy}
          onChoose={(slug) => onChoose(slug, subjectOf(tryOn))}
        />
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
