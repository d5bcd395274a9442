'use client';

import { Ellipsis } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { classNames } from '#components/ui/class-names.ts';
import { Menu, MenuAction } from '#components/ui/menu.tsx';
import type { SavedViews as Views } from '#lib/contracts/review.ts';
import { type CaseQuery, writeCaseQuery } from '#lib/domain/case-query.ts';
import { useViews } from './use-views.ts';
import { ViewDialog } from './view-dialog.tsx';

interface SavedViewsProps {
  query: CaseQuery;
  initial: Views;
}

/** Questions that this admin has kept, and the button that keeps the present one. */
export function SavedViews({ query, initial }: SavedViewsProps) {
  const { views, busy, save, rename, remove } = useViews(initial);
  const [naming, setNaming] = useState<{ id: string | null; name: string } | null>(null);
  const written = writeCaseQuery(query);
  const known = views.some((view) => view.query === written);

  const keep = async (name: string) => {
    if (!naming) return;
    const done = await (naming.id ? rename(naming.id, name) : save(name, written));
    if (done) setNaming(null);
  };

  if (views.length === 0 && written === '') return null;
  return (
    <div className="flex flex-wrap items-center gap-x-1 text-sm">
      {views.length > 0 && (
        <ul aria-label="Saved views" className="flex flex-wrap gap-x-1">
          {views.map(({ id, name, query: asked }) => {
            const here = asked === written;
            return (
              <li key={id} className="flex items-center">
                <Link
                  href={asked ? `/admin?${asked}` : '/admin'}
                  scroll={false}
                  aria-current={here ? 'page' : undefined}
                  className={classNames(
                    'flex min-h-9 items-center rounded-l-control border px-3 pointer-coarse:min-h-11',
                    here
                      ? 'border-accent bg-accent-soft text-accent'
                      : 'border-line hover:border-ink',
                  )}
                >
                  {name}
                </Link>
                <Menu
                  size="small"
                  align="start"
                  label={`Change the view ${name}`}
                  trigger={<Ellipsis aria-hidden />}
                >
                  <MenuAction onSelect={() => setNaming({ id, name })}>Rename …</MenuAction>
                  <MenuAction danger disabled={busy} onSelect={() => void remove(id)}>
                    Remove
                  </MenuAction>
                </Menu>
              </li>
            );
          })}
        </ul>
      )}
      {!known && written !== '' && (
        <Button variant="quiet" size="small" onClick={() => setNaming({ id: null, name: '' })}>
          Save this view …
        </Button>
      )}
      {naming && (
        <ViewDialog
          name={naming.name}
          busy={busy}
          onClose={() => setNaming(null)}
          onKeep={(name) => void keep(name)}
        />
      )}
    </div>
  );
}
