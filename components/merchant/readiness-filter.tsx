import { ChoiceLinks } from '#components/ui/choice-links.tsx';
import { type GarmentReadiness, readinessLevels } from '#lib/domain/picture-readiness.ts';
import { readinessWords } from '#lib/words/picture-readiness.ts';

interface ReadinessFilterProps {
  shop: string;
  chosen: GarmentReadiness | undefined;
}

/** All garments, or those with one readiness. */
export function ReadinessFilter({ shop, chosen }: ReadinessFilterProps) {
  const all = `/merchant/${shop}/garments`;
  const choices = readinessLevels.map((level) => ({
    href: `${all}?readiness=${level}`,
    name: readinessWords[level].name,
    here: chosen === level,
  }));
  return (
    <ChoiceLinks
      label="Fit for try-ons"
      choices={[{ href: all, name: 'All', here: !chosen }, ...choices]}
      className="text-sm"
    />
  );
}
