import type { ReactNode } from 'react';
import { ChoiceLinks } from '#components/ui/choice-links.tsx';
import { favouriteWords } from '#lib/words/favourites.ts';

interface KeptTabsProps {
  here: 'looks' | 'favourite-looks' | 'garments';
  /** What can be done with all that is shown. */
  children?: ReactNode;
}

/** What is kept for a person: looks, those with a heart, and garments with one. */
export function KeptTabs({ here, children }: KeptTabsProps) {
  const { tabs } = favouriteWords;
  return (
    <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-4 border-b border-line pb-2">
      <ChoiceLinks
        label={tabs.label}
        choices={[
          { href: '/looks', name: tabs.looks, here: here === 'looks' },
          {
            href: '/looks?only=favourites',
            name: tabs.favouriteLooks,
            here: here === 'favourite-looks',
          },
          { href: '/favourites', name: tabs.garments, here: here === 'garments' },
        ]}
        className="text-[0.9375rem]"
      />
      {children}
    </div>
  );
}
