import { ChoiceLinks } from '#components/ui/choice-links.tsx';
import { type Browse, browseHref } from '#lib/domain/browse.ts';
import { garmentCategories } from '#lib/domain/category.ts';
import { browseWords, categoryLabel } from '#lib/words/browse.ts';

/** The kinds of garment. Sizes are left behind: those of a dress say nothing about a tee. */
export function CategoryLinks({ browse }: { browse: Browse }) {
  return (
    <ChoiceLinks
      label={browseWords.kinds}
      choices={[null, ...garmentCategories].map((category) => ({
        href: browseHref({ category, sizes: [] }, browse),
        name: category ? categoryLabel[category] : browseWords.everyKind,
        here: browse.category === category,
      }))}
    />
  );
}
