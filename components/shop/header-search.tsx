'use client';

import { Search } from 'lucide-react';
import { usePathname, useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import { headerSearchWords } from '#lib/words/shop.ts';
import { FrameLink } from './frame-link.tsx';

/** The page with all the garments, which has a search field of its own under this id. */
const LIST = '/garments';
const FIELD_ID = 'search';

const linkClass = `${buttonClass({ variant: 'quiet' })} w-11 px-0 lg:hidden`;

/**
 * A field where there is room for one, elsewhere the way to the list's. A plain form, so that it works
 * without script.
 */
export function HeaderSearch() {
  const onList = usePathname() === LIST;
  return (
    <>
      {onList ? (
        // The browser's own jump, which takes the focus along and leaves what is chosen as it is.
        <a href={`#${FIELD_ID}`} aria-label={headerSearchWords.label} className={linkClass}>
          <Search aria-hidden />
        </a>
      ) : (
        <FrameLink
          href={`${LIST}#${FIELD_ID}`}
          aria-label={headerSearchWords.label}
          className={linkClass}
        >
          <Search aria-hidden />
        </FrameLink>
      )}
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
          aria-label={headerSearchWords.label}
          placeholder={headerSearchWords.placeholder}
          enterKeyHint="search"
          autoComplete="off"
          className="h-11 w-52 rounded-control border border-line bg-transparent pr-3 pl-9 text-[0.9375rem] transition-colors placeholder:text-ink-faint hover:border-line-strong focus:border-line-strong xl:w-64"
        />
      </form>
    </search>
  );
}
