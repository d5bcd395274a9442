'use client';

import { useMeasures } from '#lib/client/use-measures.ts';
import { adviseSize } from '#lib/domain/size-advice.ts';
import { adviceTitle } from '#lib/words/sizes.ts';
import { type SizedGarment, stockOf } from './sized-garment.ts';

/** "Your size is probably M"; nothing where the measurements do not say. */
export default function SizeAnswer({ garment }: { garment: SizedGarment }) {
  const { measures } = useMeasures();
  const advice = adviseSize(garment.chart, garment.category, measures);
  if (advice.kind === 'unknown' || advice.kind === 'no_chart') return null;
  return (
    <p className="leading-tight text-pretty">
      {adviceTitle(advice, (size) => stockOf(garment, size))}
    </p>
  );
}
