'use client';

import { ArrowDown, ArrowUp } from 'lucide-react';
import Link from 'next/link';
import { classNames } from '#components/ui/class-names.ts';
import { Picture } from '#components/ui/picture.tsx';
import type { GarmentRow } from '#lib/contracts/garment-table.ts';
import { kindOf } from '#lib/domain/category.ts';
import { type TableQuery, type TableSort, tableSorts } from '#lib/domain/garment-table.ts';
import { formatMoney } from '#lib/domain/money.ts';
import { kindWords } from '../kind-words.ts';
import { useShop } from '../shop-context.tsx';
import { type Column, roomFor } from './columns.tsx';
import { addressOf } from './table-filters.tsx';
import type { useSelection } from './use-selection.ts';

interface GarmentTableProps {
  rows: GarmentRow[];
  columns: Column[];
  query: TableQuery;
  selection: ReturnType<typeof useSelection>;
}

/** The shop's garments. On a phone kind and price stand under the title. */
export function GarmentTable({ rows, columns, query, selection }: GarmentTableProps) {
  const { path, mayEdit } = useShop();
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">Garments of your shop</caption>
      <thead>
        <tr className="border-b border-line-strong text-left text-label text-ink-soft">
          {mayEdit && (
            <th scope="col" className="w-11">
              <Tick
                label="Choose all on this page"
                checked={selection.allShown}
                some={selection.someShown}
                onChange={selection.setShown}
              />
            </th>
          )}
          <th scope="col" className="w-16 py-2 pr-3 font-medium">
            <span className="sr-only">Picture</span>
          </th>
          <Heading name="Title" sort="title" query={query} path={`${path}/garments`} />
          {columns.map(({ key, name, sort, numeric, from }) => (
            <Heading
              key={key}
              name={name}
              sort={sort}
              query={query}
              path={`${path}/garments`}
              className={classNames('pl-3 last:pr-3', roomFor[from], numeric && 'text-right')}
            />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((garment) => (
          <Row
            key={garment.id}
            garment={garment}
            columns={columns}
            href={`${path}/garments/${garment.id}`}
            ticked={mayEdit ? selection.has(garment.id) : null}
            onTick={(on) => selection.set(garment.id, on)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface HeadingProps {
  name: string;
  sort: 'title' | 'price' | 'updated' | 'created' | undefined;
  query: TableQuery;
  path: string;
  className?: string;
}

function Heading({ name, sort, query, path, className }: HeadingProps) {
  const up = tableSorts.find((one) => one === sort);
  const down = tableSorts.find((one) => one === `-${sort}`);
  const here = query.sort === up ? 'ascending' : query.sort === down ? 'descending' : undefined;
  return (
    <th
      scope="col"
      aria-sort={here}
      className={classNames('py-2 font-medium whitespace-nowrap', className)}
    >
      {up && down ? (
        <Link
          href={addressOf(path, { ...query, sort: nextSort(query.sort, up, down) })}
          scroll={false}
          className="inline-flex min-h-9 items-center gap-1 underline-offset-4 hover:text-ink hover:underline"
        >
          {name}
          {here === 'ascending' && <ArrowUp aria-hidden className="size-3.5" />}
          {here === 'descending' && <ArrowDown aria-hidden className="size-3.5" />}
        </Link>
      ) : (
        name
      )}
    </th>
  );
}

/** Titles begin at A, times with the latest, prices with the lowest; a second press turns it round. */
function nextSort(now: TableSort, up: TableSort, down: TableSort): TableSort {
  const first = up === 'updated' || up === 'created' ? down : up;
  return now === first ? (first === up ? down : up) : first;
}

interface RowProps {
  garment: GarmentRow;
  columns: Column[];
  href: string;
  /** Null where nothing may be changed. */
  ticked: boolean | null;
  onTick: (on: boolean) => void;
}

function Row({ garment, columns, href, ticked, onTick }: RowProps) {
  const { title, colour, category, price, image } = garment;
  return (
    // The title's link covers the row, so that the whole row is its target; the box lies above it.
    <tr
      className={classNames(
        'relative border-b border-line transition-colors',
        ticked ? 'bg-accent-soft' : 'hover:bg-raised',
      )}
    >
      {ticked !== null && (
        <td className="relative z-1 align-middle">
          <Tick
            label={`Choose ${[title, colour].filter(Boolean).join(', ')}`}
            checked={ticked}
            onChange={onTick}
          />
        </td>
      )}
      <td className="py-2 pr-3 align-middle">
        <Picture picture={image} alt="" sizes="3.25rem" className="w-13" />
      </td>
      <th scope="row" className="py-2 text-left font-normal">
        <Link
          href={href}
          className="font-medium text-ink underline-offset-4 after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
        >
          {title}
        </Link>
        {colour && <span className="block text-label text-ink-soft">{colour}</span>}
        <span className="block text-label text-ink-soft sm:hidden">
          {kindWords[kindOf(category)].name} ·{' '}
          <span className="tabular-nums">{formatMoney(price)}</span>
        </span>
        {!image && <span className="block text-label text-warning">No picture yet</span>}
      </th>
      {columns.map(({ key, numeric, from, cell }) => (
        <td
          key={key}
          className={classNames(
            'py-2 pl-3 text-ink-soft last:pr-3',
            numeric && 'text-right whitespace-nowrap tabular-nums',
            roomFor[from],
          )}
        >
          {cell(garment)}
        </td>
      ))}
    </tr>
  );
}

interface TickProps {
  label: string;
  checked: boolean;
  /** Some of those it stands for. */
  some?: boolean;
  onChange: (checked: boolean) => void;
}

function Tick({ label, checked, some = false, onChange }: TickProps) {
  return (
    <label className="grid size-11 cursor-pointer place-items-center">
      <input
        type="checkbox"
        aria-label={label}
        checked={checked}
        ref={(box) => {
          if (box) box.indeterminate = some && !checked;
        }}
        onChange={(event) => onChange(event.target.checked)}
        className="size-5 accent-accent"
      />
    </label>
  );
}
