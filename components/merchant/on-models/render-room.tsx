'use client';

import { useState } from 'react';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import type { RenderDetail } from '#lib/contracts/render.ts';
import { afterVerb, type RenderVerb } from '#lib/domain/render-run.ts';
import { counted, figure, momentOf } from '../import/import-words.ts';
import { useTask } from '../import/use-task.ts';
import { useShop } from '../shop-context.tsx';
import { StaleNotice } from '../stale-notice.tsx';
import { countAll } from './render-counts.ts';
import { FailedList, LeftOutList, NewestPictures } from './render-results.tsx';
import { aboutTime, dollars, pauseWords, renderStateWords } from './render-words.ts';
import { useRender } from './use-render.ts';

/** One run from its beginning to its end, whatever state it is in. */
export function RenderRoom({ initial }: { initial: RenderDetail }) {
  const { run, stale, steer } = useRender(initial);
  const { mayEdit } = useShop();
  const { name, tone } = renderStateWords[run.state];
  const about = [momentOf(run.createdAt), run.startedBy, run.models.join(', ')];
  return (
    <div className="grid gap-8">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft tabular-nums">
        <span role="status">
          <Badge tone={tone}>{name}</Badge>
        </span>
        {about.filter(Boolean).join(' · ')}
      </p>
      {stale && <StaleNotice />}
      {run.pausedBy && run.pausedBy !== 'by_hand' && (
        <Notice kind="warning" role="status" title={pauseWords[run.pausedBy].title}>
          {pauseWords[run.pausedBy].text}
        </Notice>
      )}
      <Progress run={run} />
      {mayEdit && <Steering run={run} steer={steer} />}
      <NewestPictures run={run} />
      <FailedList run={run} />
      <LeftOutList run={run} />
    </div>
  );
}

function Progress({ run }: { run: RenderDetail }) {
  const { made, found, failed, left_out, waiting, under_way } = run.counts;
  const all = countAll(run.counts);
  const ended = all - waiting - under_way;
  const figures: [name: string, value: string][] = [
    ['Made', figure(made)],
    ['Free', figure(found)],
    ['Failed', figure(failed)],
    ...(left_out > 0 ? [['Left out', figure(left_out)] as [string, string]] : []),
    ['Cost so far', dollars(run.costMicros)],
  ];
  return (
    <div className="grid gap-5">
      <div className="grid gap-3">
        <p className="font-display text-heading tabular-nums">
          {figure(ended)} of {counted(all, 'picture')}
        </p>
        <ProgressBar label={`${figure(ended)} of ${counted(all, 'picture')}`} part={ended / all} />
        <p className="text-sm text-pretty text-ink-soft tabular-nums">{outlook(run)}</p>
      </div>
      <dl className="flex flex-wrap gap-x-10 gap-y-4 border-y border-line py-4">
        {figures.map(([name, value]) => (
          <div key={name} className="grid">
            <dt className="text-label text-ink-soft">{name}</dt>
            <dd className="font-display text-title tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function outlook({ state, counts, secondsLeft }: RenderDetail): string {
  const { under_way, waiting } = counts;
  switch (state) {
    case 'running':
      return `${counted(under_way, 'picture')} under way. It takes ${aboutTime(secondsLeft)} more while nobody else tries anything on, and longer while shoppers do. You may leave this page.`;
    case 'paused':
    case 'stopped':
      if (under_way > 0) {
        return `Nothing more is asked for. ${counted(under_way, 'picture')} still with the picture service: kept when ${under_way === 1 ? 'it comes' : 'they come'}.`;
      }
      return `Nothing more is asked for: ${counted(waiting, 'picture')} to come.`;
    case 'done':
      return '';
  }
}

interface SteeringProps {
  run: RenderDetail;
  steer: (verb: RenderVerb) => Promise<void>;
}

function Steering({ run, steer }: SteeringProps) {
  const { busy, problem, run: doIt } = useTask();
  const [asking, setAsking] = useState(false);
  const may = (verb: RenderVerb) => afterVerb(run.state, verb) !== null;
  const act = (verb: RenderVerb) => void doIt(() => steer(verb));
  const { failed, waiting } = run.counts;
  const canRetry = may('retry') && failed > 0;
  const canResume = may('resume') && waiting > 0;
  const canStop = may('stop') && (run.state === 'running' || waiting > 0);
  if (!may('pause') && !canResume && !canStop && !canRetry) return null;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-3">
        {canResume && (
          <Button disabled={busy} onClick={() => act('resume')}>
            Go on
          </Button>
        )}
        {may('pause') && (
          <Button variant="secondary" disabled={busy} onClick={() => act('pause')}>
            Pause
          </Button>
        )}
        {canRetry && (
          <Button
            variant={run.state === 'done' ? 'primary' : 'secondary'}
            disabled={busy}
            onClick={() => act('retry')}
          >
            Try the failed again
          </Button>
        )}
        {canStop && (
          <Button variant="quiet" disabled={busy} onClick={() => setAsking(true)}>
            Stop
          </Button>
        )}
      </div>
      {problem && (
        <p role="alert" className="text-sm text-danger">
          {problem}
        </p>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Stop this run?"
        confirmLabel="Stop the run"
        keepLabel="Let it be"
        danger={false}
        busy={busy}
        onConfirm={() => {
          setAsking(false);
          act('stop');
        }}
      >
        Nothing more is asked for. What there is stays, and so does what the picture service is at.
      </ConfirmDialog>
    </div>
  );
}
