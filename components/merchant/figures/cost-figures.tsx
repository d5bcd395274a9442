import { type Counts, costOfOne } from '#lib/domain/figures.ts';
import { usd } from './figure-words.ts';

/** What the provider bills, and what one of each has cost. */
export function CostFigures({ sum }: { sum: Counts }) {
  const costs = [
    { name: 'In all', micros: sum.costMicros },
    { name: 'A try-on', micros: costOfOne(sum, sum.tryOns) },
    { name: 'A finished look', micros: costOfOne(sum, sum.succeeded) },
    { name: 'A garment in the bag after its look', micros: costOfOne(sum, sum.bagsAfterLook) },
  ];
  return (
    <div className="grid gap-3">
      <dl className="grid grid-cols-2 gap-x-8 gap-y-5 md:grid-cols-4">
        {costs.map(({ name, micros }) => (
          <div key={name} className="grid content-start gap-1">
            <dt className="text-label text-ink-soft">{name}</dt>
            <dd className="font-display text-heading tabular-nums">{usd(micros)}</dd>
          </div>
        ))}
      </dl>
      <p className="max-w-2xl text-sm text-pretty text-ink-soft">
        In US dollars, as the provider bills. A picture that was made before is used again and costs
        nothing. Try-ons of your own people are not among them.
      </p>
    </div>
  );
}
