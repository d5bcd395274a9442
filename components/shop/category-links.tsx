import { ChoiceLinks } from '#components/ui/choice-links.tsx';
import { categoryLabel, type GarmentCategory, garmentCategories } from '#lib/domain/category.ts';

/** The kinds of garment. */
export function CategoryLinks({ current }: { current: GarmentCategory | undefined }) {
  return (
    <ChoiceLinks
      label="Kinds of garment"
      choices={[
        { href: '/garments', name: 'Everything', here: current === undefined },
        ...garmentCategories.map((category) => ({
          href: `/garments?category=${category}`,
          name: categoryLabel[category],
          here: current === category,
        })),
      ]}
    />
  );
}
