import type { ReactNode } from 'react';
import type { GarmentRow } from '#lib/contracts/garment-table.ts';
import { kindOf } from '#lib/domain/category.ts';
import { formatMoney } from '#lib/domain/money.ts';
import { kindWords } from '../kind-words.ts';
import { ReadinessBadge } from '../readiness-badge.tsx';
import { StatusBadge } from '../status-badge.tsx';

/** A column that can be shown or put away. Picture and title are always there. */
export interface Column {
  key: string;
  name: string;
  /** Named by `TableSort`, without its direction. */
  sort?: 'price' | 'updated' | 'created';
  numeric?: boolean;
  /** Shown to whoever has chosen nothing. */
  usual: boolean;
  /** From which width on there is room for it. */
  from: 'any' | 'sm' | 'md' | 'xl';
  cell: (garment: GarmentRow) => ReactNode;
}

// One time zone for server and browser, or the two would print different days.
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const time = (iso: string) => <time dateTime={iso}>{day.format(new Date(iso))}</time>;

export const columns: readonly Column[] = [
  {
    key: 'status',
    name: 'Status',
    usual: true,
    from: 'any',
    cell: ({ status }) => <StatusBadge status={status} />,
  },
  {
    key: 'readiness',
    name: 'For try-ons',
    usual: true,
    from: 'md',
    cell: ({ readiness, category }) =>
      category ? (
        <ReadinessBadge readiness={readiness} />
      ) : (
        <span className="text-ink-faint">–</span>
      ),
  },
  {
    key: 'kind',
    name: 'Kind',
    usual: true,
    from: 'md',
    cell: ({ category }) => kindWords[kindOf(category)].name,
  },
  {
    key: 'price',
    name: 'Price',
    sort: 'price',
    numeric: true,
    usual: true,
    from: 'sm',
    cell: ({ price }) => formatMoney(price),
  },
  {
    key: 'stock',
    name: 'Stock',
    numeric: true,
    usual: false,
    from: 'md',
    cell: ({ stock, sizes }) =>
      sizes.length > 0 ? stock : <span className="text-ink-faint">–</span>,
  },
  {
    key: 'sizes',
    name: 'Sizes',
    usual: false,
    from: 'xl',
    cell: ({ sizes }) => sizes.join(', '),
  },
  {
    key: 'type',
    name: 'Type',
    usual: false,
    from: 'xl',
    cell: ({ productType }) => productType,
  },
  { key: 'tags', name: 'Tags', usual: false, from: 'xl', cell: ({ tags }) => tags.join(', ') },
  {
    key: 'created',
    name: 'Created',
    sort: 'created',
    numeric: true,
    usual: false,
    from: 'xl',
    cell: ({ createdAt }) => time(createdAt),
  },
  {
    key: 'updated',
    name: 'Updated',
    sort: 'updated',
    numeric: true,
    usual: true,
    from: 'xl',
    cell: ({ updatedAt }) => time(updatedAt),
  },
];

/** Hides a cell where there is no room for it. */
export const roomFor: Record<Column['from'], string> = {
  any: '',
  sm: 'max-sm:hidden',
  md: 'max-md:hidden',
  xl: 'max-xl:hidden',
};
