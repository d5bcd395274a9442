import type { GarmentPage } from '#lib/contracts/garment.ts';
import { measuresAsked } from '#lib/domain/size-advice.ts';
import { SizeQuestion } from './size-question.tsx';

type SizeAdviceProps = {
  garment: Pick<GarmentPage, 'category' | 'sizeChart' | 'variants'>;
};

/** Asks after the size where the garment's chart can answer, and is not there where it cannot. */
export function SizeAdvice({ garment: { category, sizeChart, variants } }: SizeAdviceProps) {
  if (!category || !sizeChart || measuresAsked(sizeChart).length === 0) return null;
  return <SizeQuestion garment={{ chart: sizeChart, category, variants }} />;
}
