'use client';

import Link from 'next/link';
import { useState } from 'react';
import useSWR from 'swr';
import { Badge } from '#components/ui/badge.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { type ImportList, type ImportRun, importList } from '#lib/contracts/import.ts';
import { isWorking } from '#lib/domain/import-run.ts';
import { useShop } from '../shop-context.tsx';
import { counted, fileSize, formatName, momentOf, stateWords } from './import-words.ts';
import { arePicturesComing } from './pictures-coming.ts';

const WATCHING_MS = 3_000;

const isMoving = ({ items }: ImportList) =>
  items.some((run) => isWorking(run.state) || arePicturesComing(run));

interface RunListProps {
  initial: ImportList;
  cursor: string | null;
  /** How many a page has. */
  limit: number;
}

/** The shop's imports, the newest first, kept up to date while one of them moves. */
export function RunList({ initial, cursor, limit }: RunListProps) {
  const { api, path } = useShop();
  const [moving, setMoving] = useState(() => isMoving(initial));
  const search = new URLSearchParams({ limit: String(limit), ...(cursor ? { cursor } : {}) });
  const { data = initial } = useSWR(
    `${api}/imports?${search}`,
    (at: string) => fetchJson(at, importList),
    { fallbackData: initial, refreshInterval: moving ? WATCHING_MS : 0 },
  );
  const now = isMoving(data);
  if (now !== moving) setMoving(now);
  return (
    <div className="grid gap-4">
      <ul aria-label="Imports" className="border-t border-line">
        {data.items.map((run) => (
          <li key={run.id}>
            <Run run={run} />
          </li>
        ))}
      </ul>
      {(cursor || data.nextCursor) && (
        <nav aria-label="Pages" className="flex flex-wrap justify-center gap-3">
          {cursor && (
            <LinkButton href={`${path}/import`} variant="quiet">
              Newest
            </LinkButton>
          )}
          {data.nextCursor && (
            <LinkButton href={`${path}/import?cursor=${data.nextCursor}`} variant="secondary">
              Older imports
            </LinkButton>
          )}
        </nav>
      )}
    </div>
  );
}

function Run({ run }: { run: ImportRun }) {
  const { path } = useShop();
  const { name, tone } = stateWords[run.state];
  const about = [formatName(run.format), fileSize(run.fileBytes), momentOf(run.createdAt)];
  if (run.startedBy) about.push(run.startedBy);
  return (
    // The file's link covers the row, so that the whole row is its target.
    <article className="relative grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 border-b border-line py-3 text-sm transition-colors hover:bg-raised sm:grid-cols-[minmax(0,1fr)_minmax(0,16rem)_7.5rem] sm:items-center">
      <div className="min-w-0">
        <h3 className="truncate font-medium">
          <Link
            href={`${path}/import/${run.id}`}
            className="underline-offset-4 after:absolute after:inset-0 hover:underline focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:outline-accent"
          >
            {run.fileName}
          </Link>
        </h3>
        <p className="text-label text-pretty text-ink-soft tabular-nums">
          {about.filter(Boolean).join(' · ')}
        </p>
      </div>
      <p className="text-ink-soft tabular-nums max-sm:col-span-2 max-sm:row-start-2 sm:text-right">
        {summary(run)}
      </p>
      <div className="justify-self-end max-sm:row-start-1 max-sm:col-start-2">
        <Badge tone={tone}>{name}</Badge>
      </div>
    </article>
  );
}

function summary(run: ImportRun): string {
  switch (run.state) {
    case 'uploading':
    case 'uploaded':
    case 'needs_mapping':
    case 'cancelled':
      return '';
    case 'reading':
      return `${counted(run.items, 'garment')} read`;
    case 'ready':
    case 'applying':
    case 'failed':
      return parts([
        [run.creates, 'new'],
        [run.updates, 'changed'],
        [run.skips, 'skipped'],
        [run.errors, 'with errors'],
      ]);
    case 'applied':
      return parts([
        [run.applied, 'applied'],
        [run.conflicts, 'changed meanwhile'],
        [run.pictures.failed, run.pictures.failed === 1 ? 'picture missing' : 'pictures missing'],
      ]);
    case 'undoing':
    case 'undone':
      return parts([
        [run.removed, 'removed'],
        [run.archived, 'archived'],
        [run.restored, 'as before'],
        [run.kept, 'kept'],
      ]);
  }
}

const parts = (of: [count: number, name: string][]) =>
  of
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count.toLocaleString('en-GB')} ${name}`)
    .join(', ');
