'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, type ReactNode, useEffect, useRef, useTransition } from 'react';
import { browseHref, parseBrowse } from '#lib/domain/browse.ts';
import { browseWords } from '#lib/words/browse.ts';

interface BrowseFormProps {
  /** Where the page is; the fields show what stands in it. */
  href: string;
  children: ReactNode;
}

/**
 * Search and filters: a plain form that works without script. With it the page stays, the address
 * holds only what was chosen, and sorting happens at once.
 */
export function BrowseForm({ href, children }: BrowseFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const shown = useRef(href);
  const [pending, startTransition] = useTransition();

  // A link has changed what is chosen: the fields follow, also those that somebody had touched.
  useEffect(() => {
    if (shown.current === href) return;
    shown.current = href;
    form.current?.reset();
  }, [href]);

  // Without script the browser does that itself; a page that is already open only changes its address.
  useEffect(() => {
    const { hash } = window.location;
    const field = hash ? form.current?.elements.namedItem(hash.slice(1)) : null;
    if (field instanceof HTMLElement) field.focus();
  }, []);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { currentTarget: element } = event;
    for (const open of element.querySelectorAll<HTMLElement>('[popover]')) open.hidePopover();
    const target = browseHref(parseBrowse(paramsOf(new FormData(element))));
    startTransition(() => router.push(target, { scroll: false }));
  };

  return (
    <search>
      <form
        ref={form}
        aria-label={browseWords.form}
        aria-busy={pending}
        action="/garments"
        onSubmit={submit}
        onChange={({ target, currentTarget }) => {
          if (target instanceof HTMLSelectElement) currentTarget.requestSubmit();
        }}
        className="grid gap-5 aria-busy:opacity-60"
      >
        {children}
      </form>
    </search>
  );
}

function paramsOf(data: FormData): Record<string, string[]> {
  const params: Record<string, string[]> = {};
  for (const [name, value] of data) {
    if (typeof value !== 'string') continue;
    const values = params[name] ?? [];
    values.push(value);
    params[name] = values;
  }
  return params;
}
