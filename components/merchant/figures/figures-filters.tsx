import { X } from 'lucide-react';
import Link from 'next/link';
import { Button } from '#components/ui/button.tsx';
import { ChoiceLinks } from '#components/ui/choice-links.tsx';
import { Input } from '#components/ui/input.tsx';
import type { Figures } from '#lib/contracts/figures.ts';
import { garmentCategories } from '#lib/domain/category.ts';
import type { Day } from '#lib/domain/figure-days.ts';
import { type FiguresQuery, periodChoices } from '#lib/domain/figures-query.ts';
import { categoryLabel } from '#lib/words/browse.ts';
import { figuresHref } from './figures-href.ts';

interface FiguresFiltersProps {
  path: string;
  query: FiguresQuery;
  figures: Figures;
}

/** Which days, which kind, which garment. All of it stands in the address, and needs no script. */
export function FiguresFilters({ path, query, figures: { period, garment } }: FiguresFiltersProps) {
  const { category, sort } = query;
  return (
    <div className="grid gap-x-8 gap-y-2 md:flex md:flex-wrap md:items-center md:justify-between">
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
        <ChoiceLinks
          label="Period"
          choices={periodChoices.map((days) => ({
            href: figuresHref(path, { ...query, period: days }),
            name: `${days} days`,
            here: query.period === days,
          }))}
        />
        <form action={path} aria-label="Other days" className="flex flex-wrap gap-2">
          {category && <input type="hidden" name="category" value={category} />}
          {query.garment && <input type="hidden" name="garment" value={query.garment} />}
          <input type="hidden" name="sort" value={sort} />
          <DayInput name="from" label="From" day={period.from} />
          <DayInput name="to" label="To" day={period.to} />
          <Button type="submit" variant="secondary">
            Show
          </Button>
        </form>
      </div>
      {garment ? (
        <Link
          href={figuresHref(path, { ...query, garment: null })}
          className="inline-flex min-h-11 max-w-full items-center gap-2 justify-self-start rounded-control bg-accent-soft px-3 text-sm text-accent hover:underline"
        >
          <span className="truncate">
            Only {[garment.title, garment.colour].filter(Boolean).join(', ')}
          </span>
          <X aria-hidden className="size-4 shrink-0" />
          <span className="sr-only">: show all garments</span>
        </Link>
      ) : (
        <ChoiceLinks
          label="Kind"
          choices={[null, ...garmentCategories].map((kind) => ({
            href: figuresHref(path, { ...query, category: kind }),
            name: kind ? categoryLabel[kind] : 'All',
            here: category === kind,
          }))}
        />
      )}
    </div>
  );
}

function DayInput({ name, label, day }: { name: string; label: string; day: Day }) {
  return (
    <span className="w-39">
      <Input key={day} type="date" name={name} aria-label={label} required defaultValue={day} />
    </span>
  );
}
