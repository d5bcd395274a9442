'use client';

import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ProgressBar } from '#components/ui/progress-bar.tsx';
import { ProgressLine } from '#components/ui/progress-line.tsx';
import type { ImportDetail } from '#lib/contracts/import.ts';
import { afterFailure } from '#lib/domain/import-run.ts';
import { useShop } from '../shop-context.tsx';
import { StaleNotice } from '../stale-notice.tsx';
import { FigureRow } from './figure-row.tsx';
import { counted, fileSize, formatName, momentOf, stateWords } from './import-words.ts';
import { ItemList } from './item-list.tsx';
import { MappingForm } from './mapping-form.tsx';
import { Preview } from './preview.tsx';
import { Result, UndoButton } from './result.tsx';
import { type ImportActions, useImport } from './use-import.ts';
import { useTask } from './use-task.ts';

/** One import from its file to its end, whatever state it is in. */
export function ImportRoom({ initial }: { initial: ImportDetail }) {
  const actions = useImport(initial);
  const { run, stale } = actions;
  const { name, tone } = stateWords[run.state];
  const about = [formatName(run.format), fileSize(run.fileBytes), momentOf(run.createdAt)];
  if (run.startedBy) about.push(run.startedBy);
  return (
    <div className="grid gap-6">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft tabular-nums">
        <span role="status">
          <Badge tone={tone}>{name}</Badge>
        </span>
        {about.filter(Boolean).join(' · ')}
      </p>
      {stale && <StaleNotice />}
      <Stage run={run} actions={actions} />
    </div>
  );
}

interface StageProps {
  run: ImportDetail;
  actions: ImportActions;
}

function Stage({ run, actions }: StageProps) {
  switch (run.state) {
    case 'uploading':
      return <Moving label="The file is on its way" part={null} actions={actions} />;
    case 'uploaded':
      return <Moving label="Waiting for its turn" part={null} actions={actions} />;
    case 'needs_mapping':
      return <MappingForm run={run} actions={actions} />;
    case 'reading':
      return (
        <Moving
          label={`Reading the file: ${counted(run.items, 'garment')} so far`}
          part={run.partRead}
          actions={actions}
        />
      );
    case 'ready':
      return <Preview run={run} actions={actions} />;
    case 'applying': {
      const all = run.creates + run.updates;
      const done = run.applied + run.conflicts;
      const label = `Applying: ${done.toLocaleString('en-GB')} of ${counted(all, 'garment')}`;
      return <Moving label={label} part={all > 0 ? done / all : 0} actions={null} />;
    }
    case 'applied':
      return <Result run={run} actions={actions} />;
    case 'undoing': {
      const done = undoneCount(run);
      const label = `Undoing: ${done.toLocaleString('en-GB')} of ${counted(run.applied, 'garment')}`;
      return <Moving label={label} part={done / Math.max(1, run.applied)} actions={null} />;
    }
    case 'undone':
      return <Undone run={run} />;
    case 'failed':
      return <Failed run={run} actions={actions} />;
    case 'cancelled':
      return <PutAway />;
  }
}

const undoneCount = ({ removed, archived, restored, kept }: ImportDetail) =>
  removed + archived + restored + kept;

interface MovingProps {
  label: string;
  /** Null while nobody knows. */
  part: number | null;
  /** Where it can still be called off. */
  actions: ImportActions | null;
}

function Moving({ label, part, actions }: MovingProps) {
  const { mayEdit } = useShop();
  const { busy, problem, run: doIt } = useTask();
  return (
    <div className="grid gap-4 border-y border-line py-8">
      <p className="font-display text-heading tabular-nums">{label}</p>
      {part === null ? <ProgressLine label={label} /> : <ProgressBar label={label} part={part} />}
      <p className="text-sm text-ink-soft">You may leave this page: it goes on by itself.</p>
      {actions && mayEdit && (
        <Button
          variant="secondary"
          size="small"
          disabled={busy}
          className="justify-self-start"
          onClick={() => void doIt(actions.cancel)}
        >
          Stop, and put it away
        </Button>
      )}
      {problem && (
        <Notice kind="danger" role="alert">
          {problem}
        </Notice>
      )}
    </div>
  );
}

function Undone({ run }: { run: ImportDetail }) {
  return (
    <div className="grid gap-8">
      <FigureRow
        figures={[
          { name: 'Removed', value: run.removed },
          { name: 'Archived', value: run.archived },
          { name: 'As before', value: run.restored },
          { name: 'Kept', value: run.kept },
        ]}
      />
      {(['KEPT', 'ARCHIVED'] as const)
        .filter((outcome) => (outcome === 'KEPT' ? run.kept : run.archived) > 0)
        .map((outcome) => (
          <ItemList
            key={outcome}
            runId={run.id}
            filter={{ outcome }}
            label={outcome === 'KEPT' ? 'Kept' : 'Archived'}
            empty=""
            onKind={null}
          />
        ))}
      <Another />
    </div>
  );
}

function Failed({ run, actions }: StageProps) {
  const { mayEdit } = useShop();
  const { busy, problem, run: doIt } = useTask();
  const after = run.failedIn ? afterFailure(run.failedIn) : { resume: null, undo: false };
  const mayPutAway = !after.undo && run.failedIn !== 'undoing';
  return (
    <div className="grid gap-6">
      <Notice
        kind="danger"
        title="This import has stopped"
        actions={
          mayEdit && (
            <>
              {after.resume && (
                <Button size="small" disabled={busy} onClick={() => void doIt(actions.resume)}>
                  Try again
                </Button>
              )}
              {after.undo && run.undoUntil && <UndoButton run={run} actions={actions} />}
              {mayPutAway && (
                <Button
                  variant="secondary"
                  size="small"
                  disabled={busy}
                  onClick={() => void doIt(actions.cancel)}
                >
                  Put it away
                </Button>
              )}
            </>
          )
        }
      >
        {run.error}
        {problem && (
          <span role="alert" className="mt-2 block font-medium text-danger">
            {problem}
          </span>
        )}
      </Notice>
      <Another />
    </div>
  );
}

function PutAway() {
  const { path } = useShop();
  return (
    <EmptyState
      title="This import was put away"
      action={<LinkButton href={`${path}/import`}>Import a file</LinkButton>}
    >
      Nothing of the shop has changed, and the file is deleted.
    </EmptyState>
  );
}

function Another() {
  const { path } = useShop();
  return (
    <LinkButton href={`${path}/import`} variant="secondary" className="justify-self-start">
      Import another file
    </LinkButton>
  );
}
