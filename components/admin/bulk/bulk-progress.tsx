'use client';

import Link from 'next/link';
import { useState } from 'react';
import { toast } from 'sonner';
import useSWR from 'swr';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { type BulkView, bulkView } from '#lib/contracts/bulk-retry.ts';
import { UtcTime } from '../utc-time.tsx';
import { bulkStateWords, count, lasting, questionWords } from './bulk-words.ts';
import { LeftOut } from './left-out.tsx';

const MOVING_MS = 2_000;
const nextLook = (view: BulkView | undefined) =>
  !view || view.state === 'running' || view.outcomes.underWay > 0 ? MOVING_MS : 0;

const fetchBulk = (path: string) => fetchJson(path, bulkView);

/** One bulk retry while it goes on, and what came of it. */
export function BulkProgress({ initial }: { initial: BulkView }) {
  const path = `/api/admin/bulk-retries/${initial.id}`;
  const {
    data = initial,
    error,
    mutate,
  } = useSWR(path, fetchBulk, { fallbackData: initial, refreshInterval: nextLook });
  const [stopping, setStopping] = useState(false);
  const { state, waiting, retried, outcomes } = data;
  const all = waiting + retried;

  const stop = async () => {
    try {
      await mutate(fetchJson(`${path}/stop`, bulkView, { method: 'POST' }), { revalidate: false });
      toast('Stopped. What was asked for already goes on.');
    } catch (problem) {
      toast.error(sayError(problem));
    }
    setStopping(false);
  };

  return (
    <div className="grid max-w-2xl gap-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <Badge tone={bulkStateWords[state].tone}>{bulkStateWords[state].name}</Badge>
        <span>
          {data.by ?? 'Somebody whose account is closed'}, <UtcTime instant={data.createdAt} />, at
          most {data.perMinute} a minute
        </span>
      </div>
      <p className="text-sm">
        <Link
          href={data.query ? `/admin?${data.query}` : '/admin'}
          className="text-link inline-flex min-h-11 items-center break-words"
        >
          {questionWords(data.query)}
        </Link>
      </p>
      <div className="grid gap-2">
        <p role="status" className="font-medium tabular-nums">
          {count(retried)} of {count(all)} asked for again
          {state === 'running' && waiting > 0 && (
            <span className="font-normal text-ink-soft">
              , about {lasting(waiting, data.perMinute)} to go
            </span>
          )}
        </p>
        <ProgressBar label="Asked for again" part={all === 0 ? 1 : retried / all} />
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
        <Outcome name="With a look" value={outcomes.succeeded} />
        <Outcome name="Under way" value={outcomes.underWay} />
        <Outcome name="Without a look" value={outcomes.without} />
        <Outcome name="Called off" value={outcomes.cancelled} />
      </dl>
      <LeftOut leftOut={data.leftOut} />
      {state === 'stopped' && waiting > 0 && (
        <Notice kind="info">
          It was stopped before {count(waiting)} were asked for. Their cases are as they were; start
          another bulk retry for them.
        </Notice>
      )}
      {Boolean(error) && (
        <Notice kind="warning" role="status">
          {sayError(error)}
        </Notice>
      )}
      {state === 'running' && (
        <Button
          variant="secondary"
          className="justify-self-start"
          onClick={() => setStopping(true)}
        >
          Stop
        </Button>
      )}
      <ConfirmDialog
        open={stopping}
        onOpenChange={setStopping}
        title="Stop this bulk retry?"
        confirmLabel="Stop"
        keepLabel="Go on"
        onConfirm={() => void stop()}
      >
        What was asked for already goes on; the other cases stay as they are.
      </ConfirmDialog>
    </div>
  );
}

function Outcome({ name, value }: { name: string; value: number }) {
  return (
    <div className="grid content-start gap-0.5 border-t border-line pt-2">
      <dt className="text-label text-ink-soft">{name}</dt>
      <dd className="font-display text-heading tabular-nums">{count(value)}</dd>
    </div>
  );
}
