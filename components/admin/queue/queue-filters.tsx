'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import {
  type FormEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useTransition,
} from 'react';
import { Button } from '#components/ui/button.tsx';
import { Input } from '#components/ui/input.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Select } from '#components/ui/select.tsx';
import type { CaseOptions } from '#lib/contracts/review.ts';
import { type CaseQuery, readCaseQuery, writeCaseQuery } from '#lib/domain/case-query.ts';
import { tabOf, withTab } from '#lib/domain/case-tabs.ts';
import { errorClasses } from '#lib/domain/try-on-error.ts';
import { classWords } from '../review-words.ts';
import { queueHref } from './queue-href.ts';
import { ageChoices } from './queue-words.ts';

interface QueueFiltersProps {
  query: CaseQuery;
  options: CaseOptions;
  grouped: boolean;
  search: RefObject<HTMLInputElement | null>;
}

/** What narrows the queue: a plain form whose answer is an address; a choice is taken at once. */
export function QueueFilters({ query, options, grouped, search }: QueueFiltersProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [pending, startTransition] = useTransition();
  const written = writeCaseQuery(query);
  const shown = useRef(written);

  // A link has changed what is chosen: the fields follow, also those that somebody had touched.
  useEffect(() => {
    if (shown.current === written) return;
    shown.current = written;
    form.current?.reset();
  }, [written]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = [...new FormData(event.currentTarget)].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as const] : [],
    );
    const asked = readCaseQuery(Object.fromEntries(fields));
    startTransition(() => router.push(queueHref(asked, { grouped }), { scroll: false }));
  };
  const cleared = withTab(readCaseQuery({}), tabOf(query) ?? 'open');
  const narrowed = writeCaseQuery({ ...query, order: 'newest' }) !== writeCaseQuery(cleared);

  return (
    <search>
      <form
        ref={form}
        action="/admin"
        aria-label="Narrow the queue"
        aria-busy={pending}
        onSubmit={submit}
        onChange={({ target, currentTarget }) => {
          if (target instanceof HTMLSelectElement) currentTarget.requestSubmit();
        }}
        className="grid grid-cols-2 gap-2 aria-busy:opacity-60 sm:grid-cols-4"
      >
        {kept(query).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {grouped && <input type="hidden" name="grouped" value="1" />}
        <div className="col-span-2 flex gap-2 sm:col-span-4">
          <Input
            ref={search}
            type="search"
            name="search"
            defaultValue={query.search}
            maxLength={200}
            aria-label="Search cases"
            placeholder="Request id, try-on id, the provider’s words, notes …"
            autoComplete="off"
            className="min-w-0"
          />
          <Button type="submit" variant="secondary" aria-label="Search" className="w-12 px-0">
            <Search aria-hidden />
          </Button>
        </div>
        <Choice name="errorClass" label="Error class" any="Any error" value={query.errorClass}>
          {errorClasses.map((one) => (
            <option key={one} value={one}>
              {classWords[one]}
            </option>
          ))}
        </Choice>
        <Choice name="shop" label="Shop" any="Any shop" value={query.shop}>
          {options.shops.map(({ slug, name }) => (
            <option key={slug} value={slug}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice name="garment" label="Garment" any="Any garment" value={query.garment}>
          {options.garments.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </Choice>
        <Choice name="person" label="Person" any="Any person" value={query.person}>
          {options.people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice name="olderThanHours" label="Age" any="Any age" value={query.olderThanHours}>
          {ageChoices.map(({ hours, name }) => (
            <option key={hours} value={hours}>
              {name}
            </option>
          ))}
        </Choice>
        <Choice name="assignee" label="Assigned to" any="Anybody’s" value={query.assignee}>
          <option value="me">Mine</option>
          <option value="nobody">Nobody’s</option>
          {options.admins.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}’s
            </option>
          ))}
        </Choice>
        <Select
          key={`order-${query.order}`}
          name="order"
          aria-label="Order"
          defaultValue={query.order}
        >
          <option value="newest">Newest first</option>
          <option value="oldest">Oldest first</option>
        </Select>
        {narrowed && (
          <LinkButton href={queueHref(cleared, { grouped })} variant="quiet" scroll={false}>
            Clear
          </LinkButton>
        )}
      </form>
    </search>
  );
}

/** What the tab, a group or a link has chosen, and no field shows. */
const kept = ({ status, cause, appeal, signature }: CaseQuery) =>
  Object.entries({
    status: status === 'open' ? undefined : status,
    cause,
    appeal,
    signature,
  }).flatMap(([name, value]) => (value ? [[name, value] as const] : []));

interface ChoiceProps {
  name: string;
  label: string;
  any: string;
  value: string | number | undefined;
  children: ReactNode;
}

function Choice({ name, label, any, value, children }: ChoiceProps) {
  return (
    <Select key={`${name}-${value}`} name={name} aria-label={label} defaultValue={value ?? ''}>
      <option value="">{any}</option>
      {children}
    </Select>
  );
}
