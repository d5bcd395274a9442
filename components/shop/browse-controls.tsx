import { Search, SlidersHorizontal } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Input } from '#components/ui/input.tsx';
import { Select } from '#components/ui/select.tsx';
import type { BrowseOptions } from '#lib/contracts/garment.ts';
import {
  type Browse,
  browseHref,
  countFilters,
  garmentSorts,
  naturalSort,
} from '#lib/domain/browse.ts';
import { browseWords, garmentSortLabel } from '#lib/words/browse.ts';
import { BrowseForm } from './browse-form.tsx';
import { CategoryLinks } from './category-links.tsx';
import { FilterSheet } from './filter-sheet.tsx';

interface BrowseControlsProps {
  browse: Browse;
  options: BrowseOptions;
}

/** Search, kinds, filters and sorting. Everything is in the address. */
export function BrowseControls({ browse, options }: BrowseControlsProps) {
  const { q, category, sort } = browse;
  const filters = countFilters({ ...browse, category: null });
  // Nothing is sent for what comes naturally, so that a first search is sorted by match.
  const sentFor = (one: Browse['sort']) => (one === naturalSort(q) ? '' : one);
  const sorts = garmentSorts.filter((one) => one !== 'relevance' || naturalSort(q) === 'relevance');
  return (
    <div className="grid gap-4">
      <BrowseForm href={browseHref(browse)}>
        <div className="flex max-w-xl gap-2">
          <Input
            id="search"
            type="search"
            name="q"
            defaultValue={q}
            maxLength={200}
            aria-label={browseWords.search}
            placeholder={browseWords.searchExample}
            enterKeyHint="search"
            autoComplete="off"
          />
          <Button
            type="submit"
            aria-label={browseWords.searchButton}
            variant="secondary"
            className="w-12 px-0"
          >
            <Search aria-hidden />
          </Button>
        </div>
        {category && <input type="hidden" name="category" value={category} />}
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
          <button
            type="button"
            popoverTarget="filters"
            className={buttonClass({ variant: 'secondary' })}
          >
            <SlidersHorizontal aria-hidden />
            {browseWords.filtersSet(filters)}
          </button>
          <Select
            key={sort}
            name="sort"
            defaultValue={sentFor(sort)}
            aria-label={browseWords.sortBy}
            className="w-auto"
          >
            {sorts.map((one) => (
              <option key={one} value={sentFor(one)}>
                {garmentSortLabel[one]}
              </option>
            ))}
          </Select>
        </div>
        <FilterSheet browse={browse} options={options} />
      </BrowseForm>
      <CategoryLinks browse={browse} />
    </div>
  );
}
