'use client';

import { useEffect, useRef } from 'react';
import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { compareHref, LEAST_COMPARED, MOST_COMPARED } from '#lib/domain/compare-looks.ts';
import { compareWords } from '#lib/words/looks.ts';

interface CompareBarProps {
  chosen: string[];
  onCancel: () => void;
}

/** Stays at the foot of the screen while looks are chosen: how many there are, and on with them. */
export function CompareBar({ chosen, onCancel }: CompareBarProps) {
  const bar = useRef<HTMLElement>(null);
  useEffect(() => bar.current?.focus({ preventScroll: true }), []);
  const count = chosen.length;
  return (
    <section
      ref={bar}
      tabIndex={-1}
      aria-label={compareWords.start}
      className="tall:sticky tall:bottom-0 z-20 -mx-4 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line bg-paper px-4 py-3 outline-none"
    >
      <p role="status" className="text-[0.9375rem]">
        {count === 0 ? compareWords.choose : compareWords.chosen(count, MOST_COMPARED)}
      </p>
      <div className="flex gap-2">
        <Button variant="quiet" onClick={onCancel}>
          {compareWords.cancel}
        </Button>
        {count >= LEAST_COMPARED ? (
          <LinkButton href={compareHref(chosen)}>{compareWords.open(count)}</LinkButton>
        ) : (
          <Button disabled>{compareWords.open(count)}</Button>
        )}
      </div>
    </section>
  );
}
