'use client';

import { Search } from 'lucide-react';
import Link from 'next/link';
import { usePathname, useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import { searchWords } from '#lib/words/shop.ts';

/** The page with all the garments, which has a search field of its own under this id. */
const LIST = '/garments';
const FIELD_ID = 'search';

/**
 * A field where there is room for one, elsewhere the way to the list's. A plain form, so that it works
 * without script.
 */
export function HeaderSearch() {
  const onList = usePathname() === LIST;
  return (
    <>
      <Link
        // On the list itself what is chosen stays.
        href={onList ? `#${FIELD_ID}` : `${LIST}#${FIELD_ID}`}
        aria-label={searchWords.label}
        className={`${buttonClass({ variant: 'quiet' })} w-11 px-0 lg:hidden`}
      >
        <Search aria-hidden />
      </Link>
      {!onList && <SearchField />}
    </>
  );
}

function SearchField() {
  const router = useRouter();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const words = String(new FormData(event.currentTarget).get('q') ?? '').trim();
    router.push(words ? `${LIST}?q=${encodeURIComponent(words)}` : LIST);
  };
  return (
    <search className="mr-2 hidden lg:block">
      <form action={LIST} onSubmit={submit} className="relative">
        <Search
          aria-hidden
          className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-ink-soft"
        />
        <input
          type="search"
          name="q"
          maxLength={200}
          aria-label={searchWords.label}
          placeholder={searchWords.placeholder}
          enterKeyHint="search"
          autoComplete="off"
          className="h-11 w-52 rounded-control border border-line bg-transparent pr-3 pl-9 text-[0.9375rem] transition-colors placeholder:text-ink-faint hover:border-line-strong focus:border-line-strong xl:w-64"
        />
      </form>
    </search>
  );
}
