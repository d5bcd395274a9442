import Link from 'next/link';
import type { KeyboardEvent, MouseEvent } from 'react';
import { Badge } from '#components/ui/badge.tsx';
import { classNames } from '#components/ui/class-names.ts';
import type { CaseRow } from '#lib/contracts/review.ts';
import { UtcTime } from '../utc-time.tsx';
import { appealWords, caseTitle, causeWords, resolutionWords } from './queue-words.ts';
import { RetryState } from './retry-state.tsx';

interface QueueRowProps {
  row: CaseRow;
  href: string;
  /** It is where the keyboard is. */
  here: boolean;
  selected: boolean;
  /** @param range with the shift key: all from the last one. */
  onSelect: (on: boolean, range: boolean) => void;
  onReach: () => void;
  onKey: (event: KeyboardEvent) => void;
}

/** A case in a line: what, about which garment, in whose words, and who has it. */
export function QueueRow({ row, href, here, selected, onSelect, onReach, onKey }: QueueRowProps) {
  const title = caseTitle(row);
  const { name, tone } = causeWords[row.cause];
  return (
    <article
      className={classNames(
        'relative grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 border-b border-l-2 border-line py-2.5 pr-2 text-sm hover:bg-ink/3 lg:grid-cols-[auto_minmax(0,1fr)_11rem]',
        here ? 'border-l-accent' : 'border-l-transparent',
        selected && 'bg-accent-soft hover:bg-accent-soft',
      )}
    >
      <label className="relative z-1 -mt-2 -mb-1 grid min-h-11 w-11 cursor-pointer place-items-center self-start">
        <input
          type="checkbox"
          checked={selected}
          onChange={(event) => onSelect(event.target.checked, false)}
          onClick={(event: MouseEvent<HTMLInputElement>) => {
            if (event.shiftKey) onSelect(event.currentTarget.checked, true);
          }}
          className="size-4.5 accent-accent"
        />
        <span className="sr-only">
          Choose {title}, {row.garment.title}
        </span>
      </label>
      <div className="grid min-w-0 gap-1">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          <Badge tone={tone}>{name}</Badge>
          <h2 className="font-semibold">
            <Link
              href={href}
              data-case={row.tryOnId}
              onFocus={onReach}
              onKeyDown={onKey}
              className="underline-offset-4 after:absolute after:inset-0 hover:underline"
            >
              {title}
              <span className="sr-only">: {row.garment.title}</span>
            </Link>
          </h2>
          {row.appeal && (
            <Badge tone={appealWords[row.appeal].tone}>{appealWords[row.appeal].name}</Badge>
          )}
          {row.reports > 0 && (
            <Badge tone="info">{row.reports === 1 ? '1 report' : `${row.reports} reports`}</Badge>
          )}
        </div>
        <p className="truncate text-ink-soft">
          {row.garment.title}, {row.shop.name} ·{' '}
          {row.subject === 'photo' ? 'own photo' : 'house model'}
        </p>
        {row.providerText && (
          <p className="truncate font-mono text-label text-ink-soft">{row.providerText}</p>
        )}
        {row.retry && <RetryState retry={row.retry} />}
      </div>
      <div className="flex flex-wrap content-start gap-x-3 text-label text-ink-soft max-lg:col-start-2 max-lg:mt-1 lg:grid lg:justify-items-end lg:text-right">
        <UtcTime instant={row.openedAt} />
        <span className={row.assignee ? 'text-ink' : undefined}>
          {row.assignee?.name ?? 'Nobody has it'}
        </span>
        {row.resolution && <span>{resolutionWords[row.resolution]}</span>}
      </div>
    </article>
  );
}
