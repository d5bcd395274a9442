'use client';

import { useTryOn } from '#lib/client/use-try-on.ts';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { isFinal } from '#lib/domain/try-on.ts';
import { LookCard } from './look-card.tsx';

interface LiveLookCardProps {
  known: TryOnView;
  onDelete: (tryOn: TryOnView) => void;
}

/** A card that follows its try-on to the end; one that has ended is not asked about. */
export function LiveLookCard({ known, onDelete }: LiveLookCardProps) {
  const { tryOn } = useTryOn(isFinal(known.state) ? null : known.id, known);
  return <LookCard tryOn={tryOn ?? known} onDelete={onDelete} />;
}
