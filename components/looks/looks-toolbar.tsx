'use client';

import { Columns2 } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { ChoiceLinks } from '#components/ui/choice-links.tsx';
import type { LooksFilter } from '#lib/client/use-try-ons.ts';
import { compareWords, looksWords } from '#lib/words/looks.ts';

interface LooksToolbarProps {
  only: LooksFilter;
  /** Null when there is nothing to compare, or it is being chosen already. */
  onCompare: (() => void) | null;
}

export function LooksToolbar({ only, onCompare }: LooksToolbarProps) {
  return (
    <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-b border-line pb-2">
      <ChoiceLinks
        label={looksWords.show}
        choices={[
          { href: '/looks', name: looksWords.all, here: !only },
          {
            href: '/looks?only=favourites',
            name: looksWords.favourites,
            here: only === 'favourites',
          },
        ]}
        className="text-[0.9375rem]"
      />
      {onCompare && (
        <Button variant="quiet" onClick={onCompare} className="-mr-4">
          <Columns2 aria-hidden /> {compareWords.start}
        </Button>
      )}
    </div>
  );
}
