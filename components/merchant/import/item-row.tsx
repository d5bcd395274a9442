'use client';

import { ChevronDown, CircleAlert, TriangleAlert } from 'lucide-react';
import Link from 'next/link';
import type { ImportItem } from '#lib/contracts/import.ts';
import { type GarmentCategory, kindOf } from '#lib/domain/category.ts';
import { kindWords } from '../kind-words.ts';
import { useShop } from '../shop-context.tsx';
import { ChangeTable } from './change-table.tsx';
import { becauseWords, counted, fieldWords, outcomeWords, skipWords } from './import-words.ts';
import { KindSelect } from './kind-select.tsx';

interface ImportItemRowProps {
  item: ImportItem;
  onKind: ((position: number, category: GarmentCategory | null) => Promise<void>) | null;
}

/** One garment of the file in a line; opened, what becomes of each of its fields. */
export function ImportItemRow({ item, onKind }: ImportItemRowProps) {
  const { title, importKey, lines, problems } = item;
  return (
    <details className="group border-b border-line text-sm open:bg-raised">
      <summary className="grid min-h-14 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 py-2 pl-1 transition-colors hover:bg-raised sm:grid-cols-[minmax(0,5fr)_minmax(0,4fr)_5.5rem_1.5rem] [&::-webkit-details-marker]:hidden">
        <span className="min-w-0">
          <span className="block truncate font-medium">{title}</span>
          {importKey && importKey !== title && (
            <span className="block truncate text-label text-ink-soft">{importKey}</span>
          )}
        </span>
        <span className="min-w-0 text-pretty text-ink-soft max-sm:col-span-2 max-sm:row-start-2">
          <Gist item={item} />
        </span>
        <span className="text-right whitespace-nowrap text-label text-ink-soft tabular-nums max-sm:hidden">
          {linesText(lines)}
        </span>
        <ChevronDown
          aria-hidden
          className="size-4 text-ink-soft transition-transform group-open:rotate-180 max-sm:row-start-1 max-sm:col-start-2"
        />
      </summary>
      <div className="grid gap-4 px-1 pt-1 pb-5">
        {problems.length > 0 && <ProblemList problems={problems} />}
        {item.kind && item.action !== 'ERROR' && (
          <KindOf item={item} kind={item.kind} onKind={onKind} />
        )}
        {item.changes.length > 0 && (
          <ChangeTable
            changes={shownChanges(item)}
            isNew={item.garmentId === null || item.kind !== null}
          />
        )}
        <GarmentLink item={item} />
      </div>
    </details>
  );
}

/** A new garment's kind is chosen beside the table and not told in it. */
const shownChanges = ({ changes, kind }: ImportItem) =>
  changes.filter(({ field }) => field !== 'category' || kind === null);

function Gist({ item }: { item: ImportItem }) {
  const errors = item.problems.filter(({ severity }) => severity === 'error');
  const warnings = item.problems.length - errors.length;
  if (item.outcome !== 'PENDING' && outcomeWords[item.outcome]) return outcomeWords[item.outcome];
  if (errors[0]) {
    return (
      <span className="flex gap-1.5 text-danger">
        <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
        <span className="line-clamp-2">{errors[0].message}</span>
      </span>
    );
  }
  const said = item.reason ? skipWords[item.reason] : kindOrFields(item);
  if (warnings === 0) return said;
  return (
    <span className="flex flex-wrap gap-x-3">
      {said}
      <span className="inline-flex items-center gap-1.5 text-warning">
        <TriangleAlert aria-hidden className="size-4 shrink-0" />
        {counted(warnings, 'warning')}
      </span>
    </span>
  );
}

function kindOrFields({ kind, changes }: ImportItem): string {
  if (kind) return `${kindWords[kindOf(kind.category)].name}, ${becauseWords[kind.because]}`;
  return changes.map(({ field }) => fieldWords[field]).join(', ');
}

const linesText = ({ from, to }: ImportItem['lines']) =>
  from === to ? `Line ${from}` : `Lines ${from}–${to}`;

function ProblemList({ problems }: { problems: ImportItem['problems'] }) {
  return (
    <ul className="grid gap-2">
      {problems.map(({ severity, line, column, message }) => {
        const isError = severity === 'error';
        const Icon = isError ? CircleAlert : TriangleAlert;
        return (
          <li key={`${line}-${column}-${message}`} className="flex gap-2">
            <Icon
              aria-hidden
              className={`mt-0.5 size-4 shrink-0 ${isError ? 'text-danger' : 'text-warning'}`}
            />
            <span>
              <span className="sr-only">{isError ? 'Error: ' : 'Warning: '}</span>
              {message}
              <span className="block text-label text-ink-soft tabular-nums">
                Line {line}
                {column && `, column “${column}”`}
              </span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

interface KindOfProps extends ImportItemRowProps {
  kind: NonNullable<ImportItem['kind']>;
}

function KindOf({ item, kind, onKind }: KindOfProps) {
  if (!onKind) {
    return (
      <p>
        <span className="text-ink-soft">Kind: </span>
        {kindWords[kindOf(kind.category)].name}, {becauseWords[kind.because]}
      </p>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <KindSelect
        label={`Kind of ${item.title}`}
        kinds={[kind]}
        onChoose={(category) => onKind(item.position, category)}
      />
      <span className="text-label text-ink-soft">{becauseWords[kind.because]}</span>
    </div>
  );
}

function GarmentLink({ item }: { item: ImportItem }) {
  const { path } = useShop();
  const gone = item.outcome === 'REMOVED';
  if (!item.garmentId || gone) return null;
  return (
    <Link
      href={`${path}/garments/${item.garmentId}`}
      className="text-link inline-flex min-h-11 items-center justify-self-start"
    >
      Open the garment
    </Link>
  );
}
