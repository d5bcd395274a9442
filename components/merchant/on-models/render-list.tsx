'use client';

import Link from 'next/link';
import { useState } from 'react';
import useSWR from 'swr';
import { Badge } from '#components/ui/badge.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { type RenderList as Page, type RenderRun, renderList } from '#lib/contracts/render.ts';
import { isMoving } from '#lib/domain/render-run.ts';
import { counted, figure, momentOf } from '../import/import-words.ts';
import { useShop } from '../shop-context.tsx';
import { countAll } from './render-counts.ts';
import { renderStateWords } from './render-words.ts';

const WATCHING_MS = 3_000;

const anyMoves = ({ items }: Page) => items.some(({ state, counts }) => isMoving(state, counts));

interface RenderListProps {
  initial: Page;
  cursor: string | null;
  /** How many a page has. */
  limit: number;
}

/** The shop's runs, the newest first, kept up to date while one of them moves. */
export function RenderList({ initial, cursor, limit }: RenderListProps) {
  const { api, path } = useShop();
  const [moving, setMoving] = useState(() => anyMoves(initial));
  const search = new URLSearchParams({ limit: String(limit), ...(cursor ? { cursor } : {}) });
  const { data = initial } = useSWR(
    `${api}/on-models?${search}`,
    (at: string) => fetchJson(at, renderList),
    { fallbackData: initial, refreshInterval: moving ? WATCHING_MS : 0 },
  );
  const now = anyMoves(data);
  if (now !== moving) setMoving(now);
  return (
    <div className="grid gap-4">
      <ul aria-label="Runs" className="border-t border-line">
        {data.items.map((run) => (
          <li key={run.id}>
            <Run run={run} href={`${path}/on-models/${run.id}`} />
          </li>
        ))}
      </ul>
      {(cursor || data.nextCursor) && (
        <nav aria-label="Pages" className="flex flex-wrap justify-center gap-3">
          {cursor && (
            <LinkButton href={`${path}/on-models`} variant="quiet">
              Newest
            </LinkButton>
          )}
          {data.nextCursor && (
            <LinkButton href={`${path}/on-models?cursor=${data.nextCursor}`} variant="secondary">
              Older runs
            </LinkButton>
          )}
        </nav>
      )}
    </div>
  );
}

function Run({ run, href }: { run: RenderRun; href: string }) {
  const { name, tone } = renderStateWords[run.state];
  const { made, found, failed } = run.counts;
  return (
    // The link covers the row, so that the whole row is its target.
    <article className="relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 border-b border-line py-3 text-sm transition-colors hover:bg-raised sm:grid-cols-[minmax(0,1fr)_minmax(0,16rem)_6rem]">
      <div className="min-w-0">
        <h3 className="truncate font-medium tabular-nums">
          <Link
            href={href}
            className="underline-offset-4 after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            {counted(countAll(run.counts), 'picture')}
            <span className="sr-only">, {momentOf(run.createdAt)}</span>
          </Link>
        </h3>
        <p className="truncate text-label text-ink-soft tabular-nums">
          {[momentOf(run.createdAt), run.startedBy].filter(Boolean).join(' · ')}
        </p>
      </div>
      <p className="text-ink-soft tabular-nums max-sm:col-span-2 max-sm:row-start-2 sm:text-right">
        {figure(made + found)} there{failed > 0 && `, ${figure(failed)} failed`}
      </p>
      <div className="justify-self-end max-sm:col-start-2 max-sm:row-start-1">
        <Badge tone={tone}>{name}</Badge>
      </div>
    </article>
  );
}
