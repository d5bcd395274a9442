import { ChoiceLinks } from '#components/ui/choice-links.tsx';
import { favouriteWords } from '#lib/words/favourites.ts';

/** What is kept for a person: looks, and garments that were given a heart. */
export function KeptTabs({ here }: { here: 'looks' | 'garments' }) {
  const { tabs } = favouriteWords;
  return (
    <ChoiceLinks
      label={tabs.label}
      choices={[
        { href: '/looks', name: tabs.looks, here: here === 'looks' },
        { href: '/favourites', name: tabs.garments, here: here === 'garments' },
      ]}
    />
  );
}
