'use client';

import { Columns3 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Menu, MenuCheck } from '#components/ui/menu.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import type { BulkResult, GarmentTable as Page } from '#lib/contracts/garment-table.ts';
import { countNarrowings, printTable, type TableQuery } from '#lib/domain/garment-table.ts';
import { keepChosen } from '../on-models/chosen-garments.ts';
import { useShop } from '../shop-context.tsx';
import { AllOffer } from './all-offer.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { columns } from './columns.tsx';
import { GarmentTable } from './garment-table.tsx';
import { TableFilters } from './table-filters.tsx';
import { useBulkChange } from './use-bulk-change.ts';
import { useColumns } from './use-columns.ts';
import { useGarmentTable } from './use-garment-table.ts';
import { useSelection } from './use-selection.ts';

interface GarmentsRoomProps {
  query: TableQuery;
  initial: Page;
  /** Tags that the shop uses, the most used first. */
  tags: string[];
}

/** The shop's garments, what narrows them, and what can be done to many of them at once. */
export function GarmentsRoom({ query, initial, tags }: GarmentsRoomProps) {
  const { slug, path, api, currency, mayEdit } = useShop();
  const router = useRouter();
  const table = useGarmentTable(api, query, initial);
  const { shown, show } = useColumns();
  const selection = useSelection(table.rows.map(({ id }) => id));
  const bulk = useBulkChange(api, () => {
    selection.clear();
    void table.refresh();
  });
  const page = `${path}/garments`;
  const showOnModels = () => {
    const { selection: chosen } = selection;
    if (chosen.kind === 'some') keepChosen(slug, [...chosen.ids]);
    const which = chosen.kind === 'some' ? 'chosen=1' : printTable(query);
    router.push(`${path}/on-models${which && `?${which}`}`);
  };

  return (
    <div className="grid gap-4">
      <TableFilters path={page} query={query} tags={tags} />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p role="status" className="text-sm text-ink-soft tabular-nums">
          {countWords(table.total)}
        </p>
        <Menu
          size="small"
          trigger={
            <>
              <Columns3 aria-hidden /> Columns
            </>
          }
        >
          {columns.map(({ key, name }) => (
            <MenuCheck
              key={key}
              checked={shown.some((one) => one.key === key)}
              onChange={(on) => show(key, on)}
            >
              {name}
            </MenuCheck>
          ))}
        </Menu>
      </div>
      {bulk.left && <Left left={bulk.left} onClose={bulk.forgetLeft} />}
      {table.rows.length > 0 ? (
        <GarmentTable rows={table.rows} columns={shown} query={query} selection={selection} />
      ) : (
        <Nothing narrowed={countNarrowings(query) > 0} page={page} mayEdit={mayEdit} />
      )}
      {Boolean(table.error) && (
        <Notice kind="danger" role="alert">
          {sayError(table.error)}
        </Notice>
      )}
      {table.more && (
        <Button
          variant="secondary"
          disabled={table.loading}
          onClick={table.more}
          className="justify-self-center"
        >
          {table.loading ? 'Loading …' : table.error ? 'Try again' : 'Show more'}
        </Button>
      )}
      {selection.count > 0 && (
        <>
          {selection.selection.kind === 'some' && selection.allShown && table.more && (
            <AllOffer total={table.total} countAll={table.countAll} onTake={selection.takeAll} />
          )}
          <BulkBar
            count={selection.count}
            busy={bulk.busy}
            currency={currency}
            tags={tags}
            onShowOnModels={showOnModels}
            onClear={selection.clear}
            onChange={(change) => void bulk.change(selection.selection, query, change)}
          />
        </>
      )}
    </div>
  );
}

const groups = (count: number) => count.toLocaleString('en');

function countWords(total: Page['total']): string {
  if (!total) return '';
  const { count, orMore } = total;
  if (orMore) return `More than ${groups(count)} garments`;
  return count === 1 ? '1 garment' : `${groups(count)} garments`;
}

function Left({ left, onClose }: { left: BulkResult['left']; onClose: () => void }) {
  const more = left.count - left.garments.length;
  return (
    <Notice
      kind="warning"
      role="status"
      title="Left as they are"
      actions={
        <Button variant="quiet" size="small" onClick={onClose} className="-ml-3">
          Close
        </Button>
      }
    >
      <ul className="list-disc pl-4">
        {left.garments.map(({ id, title, why }) => (
          <li key={id}>
            {title}: {why}
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </Notice>
  );
}

function Nothing({
  narrowed,
  page,
  mayEdit,
}: {
  narrowed: boolean;
  page: string;
  mayEdit: boolean;
}) {
  if (narrowed) {
    return (
      <EmptyState
        title="Nothing fits"
        action={
          <LinkButton href={page} variant="secondary">
            Show all garments
          </LinkButton>
        }
      >
        No garment of yours is all of that.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No garments yet"
      action={mayEdit && <LinkButton href={`${page}/new`}>Add a garment</LinkButton>}
    >
      A title, a price and one good picture are enough. It stays a draft until you publish it.
    </EmptyState>
  );
}
