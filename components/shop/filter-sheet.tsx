import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { BrowseOptions } from '#lib/contracts/garment.ts';
import { type Browse, browseHref, printPrice } from '#lib/domain/browse.ts';
import { colourFamilySample } from '#lib/domain/colour-family.ts';
import { currencySymbol } from '#lib/domain/money.ts';
import { colourFamilyLabel, filterWords } from '#lib/words/browse.ts';

interface FilterSheetProps {
  browse: Browse;
  options: BrowseOptions;
}

/**
 * The filters, from the edge of the screen: a popover of the browser's own, which opens, closes by
 * Escape and gives the focus back without any script.
 */
export function FilterSheet({ browse, options }: FilterSheetProps) {
  const { q, category, sort } = browse;
  return (
    <div
      id="filters"
      popover="auto"
      role="dialog"
      aria-labelledby="filters-title"
      className="fixed top-auto bottom-0 left-0 m-0 max-h-[85dvh] w-full max-w-none animate-sheet overflow-y-auto overscroll-contain border border-line bg-raised text-ink shadow-panel backdrop:bg-veil max-sm:rounded-t-panel sm:top-0 sm:right-0 sm:left-auto sm:h-dvh sm:max-h-none sm:w-[26rem]"
    >
      <div className="grid gap-7 p-6 pb-0">
        <div className="flex items-center justify-between">
          <h2 id="filters-title" className="font-display text-heading">
            {filterWords.title}
          </h2>
          <button
            type="button"
            popoverTarget="filters"
            popoverTargetAction="hide"
            aria-label={filterWords.close}
            className={`${buttonClass({ variant: 'quiet' })} -mr-3 w-11 px-0`}
          >
            <X aria-hidden />
          </button>
        </div>
        <Colours browse={browse} options={options} />
        <Sizes browse={browse} options={options} />
        <Prices browse={browse} options={options} />
        <Shops browse={browse} options={options} />
        <div className="sticky bottom-0 -mx-6 flex gap-2 border-t border-line bg-raised px-6 py-4">
          <Button type="submit" className="flex-1">
            {filterWords.show}
          </Button>
          <LinkButton href={browseHref({ q, category, sort })} variant="quiet">
            {filterWords.clear}
          </LinkButton>
        </div>
      </div>
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm font-medium">{title}</legend>
      {children}
    </fieldset>
  );
}

function Colours({ browse, options }: FilterSheetProps) {
  if (options.colours.length === 0) return null;
  return (
    <Group title={filterWords.colour}>
      <div className="grid grid-cols-2 gap-x-4">
        {options.colours.map((colour) => (
          <Checkbox
            key={colour}
            name="colour"
            value={colour}
            defaultChecked={browse.colours.includes(colour)}
            label={
              <span className="flex items-center gap-2">
                <span
                  aria-hidden
                  className="size-4 shrink-0 rounded-full border border-line-strong"
                  style={{ background: colourFamilySample[colour] }}
                />
                {colourFamilyLabel[colour]}
              </span>
            }
          />
        ))}
      </div>
    </Group>
  );
}

function Sizes({ browse, options }: FilterSheetProps) {
  // One that stands in the address is shown also when no shop has it any more, to be taken away.
  const sizes = [...new Set([...options.sizes, ...browse.sizes])];
  if (sizes.length === 0) return null;
  return (
    <Group title={filterWords.size}>
      <div className="flex flex-wrap gap-2">
        {sizes.map((size) => (
          <label
            key={size}
            className="relative flex min-h-11 min-w-12 items-center justify-center rounded-control border border-line-strong px-3 text-sm has-checked:border-accent has-checked:bg-accent has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="checkbox"
              name="size"
              value={size}
              defaultChecked={browse.sizes.includes(size)}
              className="absolute inset-0 cursor-pointer opacity-0 disabled:cursor-not-allowed"
            />
            {size}
          </label>
        ))}
      </div>
    </Group>
  );
}

function Prices({ browse, options: { currencies } }: FilterSheetProps) {
  const [currency, ...more] = currencies;
  const symbol = currency && more.length === 0 ? currencySymbol(currency) : null;
  return (
    <Group title={filterWords.price}>
      <div className="grid grid-cols-2 gap-3">
        <Price name="min" label={filterWords.from(symbol)} value={browse.priceFrom} />
        <Price name="max" label={filterWords.to(symbol)} value={browse.priceTo} />
      </div>
      {more.length > 0 && (
        <p className="text-label text-ink-soft">{filterWords.ownCurrency(currencies.join(', '))}</p>
      )}
    </Group>
  );
}

function Price({ name, label, value }: { name: string; label: string; value: number | null }) {
  return (
    <Field label={label}>
      {(control) => (
        <Input
          {...control}
          name={name}
          defaultValue={printPrice(value)}
          inputMode="decimal"
          maxLength={9}
          autoComplete="off"
        />
      )}
    </Field>
  );
}

function Shops({ browse, options }: FilterSheetProps) {
  if (options.shops.length < 2) return null;
  return (
    <Group title={filterWords.shop}>
      {options.shops.map(({ slug, name, tagline }) => (
        <Checkbox
          key={slug}
          name="shop"
          value={slug}
          defaultChecked={browse.shops.includes(slug)}
          label={
            <>
              {name}
              {tagline && <span className="block text-label text-ink-soft">{tagline}</span>}
            </>
          }
        />
      ))}
    </Group>
  );
}
