'use client';

import { useTryOn } from '#lib/client/use-try-on.ts';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { isFinal } from '#lib/domain/try-on.ts';
import { LookCard, type LookCardActions } from './look-card.tsx';

interface LiveLookCardProps extends LookCardActions {
  known: TryOnView;
}

/** A card that follows its try-on to the end; one that has ended is not asked about. */
export function LiveLookCard({ known, ...actions }: LiveLookCardProps) {
  const { tryOn } = useTryOn(isFinal(known.state) ? null : known.id, known);
  return <LookCard tryOn={tryOn ?? known} {...actions} />;
}
