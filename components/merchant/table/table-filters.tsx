'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type FormEvent, useEffect, useRef, useTransition } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ChoiceLinks } from '#components/ui/choice-links.tsx';
import { Input } from '#components/ui/input.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Select } from '#components/ui/select.tsx';
import { garmentKinds } from '#lib/domain/category.ts';
import { garmentStatuses, readinesses } from '#lib/domain/garment-status.ts';
import {
  countNarrowings,
  parseTable,
  printTable,
  type TableQuery,
  wholeTable,
} from '#lib/domain/garment-table.ts';
import { readinessWords } from '#lib/words/picture-readiness.ts';
import { kindWords } from '../kind-words.ts';
import { statusWords } from '../status-words.ts';

interface TableFiltersProps {
  /** The table's own page. */
  path: string;
  query: TableQuery;
  /** Those that the shop uses. */
  tags: string[];
}

/** What narrows the table: a plain form whose answer is an address; a choice is taken at once. */
export function TableFilters({ path, query, tags }: TableFiltersProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [pending, startTransition] = useTransition();
  const printed = printTable(query);
  const shown = useRef(printed);

  // A link has changed what is chosen: the fields follow, also those that somebody had touched.
  useEffect(() => {
    if (shown.current === printed) return;
    shown.current = printed;
    form.current?.reset();
  }, [printed]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = parseTable(Object.fromEntries(textsOf(new FormData(event.currentTarget))));
    startTransition(() => router.push(addressOf(path, asked), { scroll: false }));
  };

  return (
    <div className="grid gap-3">
      <ChoiceLinks
        label="Status"
        choices={[null, ...garmentStatuses].map((status) => ({
          href: addressOf(path, { ...query, status }),
          name: status ? statusWords[status].name : query.readiness ? 'All but archived' : 'All',
          here: query.status === status,
        }))}
      />
      <search>
        <form
          ref={form}
          action={path}
          aria-label="Narrow the list of garments"
          aria-busy={pending}
          onSubmit={submit}
          onChange={({ target, currentTarget }) => {
            if (target instanceof HTMLSelectElement) currentTarget.requestSubmit();
          }}
          className="grid grid-cols-2 gap-2 aria-busy:opacity-60 md:flex"
        >
          {query.status && <input type="hidden" name="status" value={query.status} />}
          {query.sort !== wholeTable.sort && <input type="hidden" name="sort" value={query.sort} />}
          <div className="col-span-2 flex gap-2 md:flex-1">
            <Input
              type="search"
              name="q"
              defaultValue={query.q}
              maxLength={100}
              aria-label="Search your garments"
              placeholder="Title, colour, type or SKU"
              autoComplete="off"
            />
            <Button type="submit" variant="secondary" aria-label="Search" className="w-12 px-0">
              <Search aria-hidden />
            </Button>
          </div>
          <Select
            key={`kind-${query.kind}`}
            name="kind"
            aria-label="Kind"
            defaultValue={query.kind ?? ''}
          >
            <option value="">Any kind</option>
            {garmentKinds.map((kind) => (
              <option key={kind} value={kind}>
                {kindWords[kind].name}
              </option>
            ))}
          </Select>
          <Select
            key={`readiness-${query.readiness}`}
            name="readiness"
            aria-label="For try-ons"
            defaultValue={query.readiness ?? ''}
          >
            <option value="">Any readiness</option>
            {readinesses.map((readiness) => (
              <option key={readiness} value={readiness}>
                {readinessWords[readiness].name}
              </option>
            ))}
          </Select>
          {(tags.length > 0 || query.tag) && (
            <Select key={`tag-${query.tag}`} name="tag" aria-label="Tag" defaultValue={query.tag}>
              <option value="">Any tag</option>
              {[...new Set([...tags, ...(query.tag ? [query.tag] : [])])].map((tag) => (
                <option key={tag} value={tag}>
                  {tag}
                </option>
              ))}
            </Select>
          )}
          {countNarrowings(query) > 0 && (
            <LinkButton
              href={path}
              variant="quiet"
              scroll={false}
              className="max-md:col-span-2 max-md:-ml-4 max-md:justify-self-start"
            >
              Clear
            </LinkButton>
          )}
        </form>
      </search>
    </div>
  );
}

export function addressOf(path: string, query: TableQuery): string {
  const printed = printTable(query);
  return printed ? `${path}?${printed}` : path;
}

const textsOf = (data: FormData): [string, string][] =>
  [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : []));
