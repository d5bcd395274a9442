'use client';

import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import { ImportItemRow } from './item-row.tsx';
import { type ItemFilter, useImportItems } from './use-import-items.ts';

interface ItemListProps {
  runId: string;
  filter: ItemFilter;
  /** For screen readers. */
  label: string;
  /** What stands here when there is none. */
  empty: string;
  /** Says what a new garment is; null where that is over. */
  onKind: ((position: number, category: GarmentCategory | null) => Promise<void>) | null;
}

/** Garments of an import, page by page, each to be opened for what changes. */
export function ItemList({ runId, filter, label, empty, onKind }: ItemListProps) {
  const { items, error, loading, more, refresh } = useImportItems(runId, filter);
  const choose = onKind
    ? async (position: number, category: GarmentCategory | null) => {
        await onKind(position, category);
        await refresh();
      }
    : null;
  return (
    <div className="grid gap-4">
      {items === null && !error && (
        <div className="grid gap-2">
          {['a', 'b', 'c', 'd'].map((key) => (
            <Skeleton key={key} className="h-14" />
          ))}
        </div>
      )}
      {items?.length === 0 && (
        <p className="border-b border-line py-10 text-center text-ink-soft">{empty}</p>
      )}
      {items && items.length > 0 && (
        <ul aria-label={label}>
          {items.map((item) => (
            <li key={item.position}>
              <ImportItemRow item={item} onKind={choose} />
            </li>
          ))}
        </ul>
      )}
      {Boolean(error) && (
        <Notice
          kind="danger"
          role="alert"
          title="The list did not come"
          actions={
            <Button variant="secondary" size="small" onClick={() => void refresh()}>
              Try again
            </Button>
          }
        >
          {sayError(error)}
        </Notice>
      )}
      {more && !error && (
        <Button
          variant="secondary"
          disabled={loading}
          onClick={more}
          className="justify-self-center"
        >
          {loading ? 'Loading …' : 'Show more'}
        </Button>
      )}
    </div>
  );
}
