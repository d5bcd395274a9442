'use client';

import { ChevronDown } from 'lucide-react';
import { Notice } from '#components/ui/notice.tsx';
import { Skeleton } from '#components/ui/skeleton.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import type { ChooseKindsBody, KindGroup } from '#lib/contracts/import.ts';
import { kindOf } from '#lib/domain/category.ts';
import { kindWords } from '../kind-words.ts';
import { becauseWords, counted, figure } from './import-words.ts';
import { KindSelect } from './kind-select.tsx';
import type { useImportKinds } from './use-import-kinds.ts';

interface KindsPanelProps {
  kinds: ReturnType<typeof useImportKinds>;
  /** Null for somebody who may only look. */
  onChoose: ((body: ChooseKindsBody) => Promise<void>) | null;
}

/** What the new garments are taken for, by the shop's own product types: to be confirmed, or put right. */
export function KindsPanel({ kinds: { groups, error }, onChoose }: KindsPanelProps) {
  if (error) return <Notice kind="danger">{sayError(error)}</Notice>;
  if (!groups) return <Skeleton className="h-14" />;
  if (groups.length === 0) return null;
  const open = groups.reduce((sum, group) => sum + undecided(group), 0);
  return (
    <details open={open > 0} className="group/kinds border-y border-line">
      <summary className="flex min-h-14 items-center gap-x-3 py-2 [&::-webkit-details-marker]:hidden">
        <span className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-display text-heading">What the new garments are</span>
          {open > 0 ? (
            <span className="text-sm font-medium text-warning">
              {counted(open, 'garment')} to decide
            </span>
          ) : (
            <span className="text-sm text-ink-soft">{counted(groups.length, 'product type')}</span>
          )}
        </span>
        <ChevronDown
          aria-hidden
          className="ml-auto size-4 shrink-0 text-ink-soft transition-transform group-open/kinds:rotate-180"
        />
      </summary>
      <p className="max-w-prose pb-3 text-sm text-pretty text-ink-soft">
        What a garment is decides how it is tried on. This is how your words for it were understood;
        what nobody has decided stays out.
      </p>
      <ul className="max-h-[28rem] overflow-y-auto text-sm">
        {groups.map((group) => (
          <li
            key={group.productType}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-t border-line py-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
          >
            <span className="min-w-0">
              <span className="block truncate font-medium">
                {group.productType || 'Without a product type'}
              </span>
              <span className="text-label text-ink-soft">{counted(group.garments, 'garment')}</span>
            </span>
            <span className="text-label text-ink-soft max-sm:col-span-2 max-sm:row-start-2">
              {understood(group)}
            </span>
            {onChoose && (
              <KindSelect
                label={`Kind of ${group.productType || 'what has no product type'}`}
                kinds={group.kinds}
                onChoose={(category) =>
                  onChoose({ category, of: { productType: group.productType } })
                }
              />
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

const undecided = ({ kinds }: KindGroup) =>
  kinds.reduce((sum, { because, garments }) => sum + (because === 'unknown' ? garments : 0), 0);

function understood({ kinds }: KindGroup): string {
  if (kinds.length === 1 && kinds[0]) return becauseWords[kinds[0].because];
  return kinds
    .map(({ category, because, garments }) =>
      because === 'unknown'
        ? `${figure(garments)} ${becauseWords.unknown}`
        : `${figure(garments)} ${kindWords[kindOf(category)].name}, ${becauseWords[because]}`,
    )
    .join('; ');
}
