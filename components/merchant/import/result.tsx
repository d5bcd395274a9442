'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { ImportDetail } from '#lib/contracts/import.ts';
import { useShop } from '../shop-context.tsx';
import { FigureRow } from './figure-row.tsx';
import { counted, dayOf } from './import-words.ts';
import { ItemList } from './item-list.tsx';
import { PicturesPart } from './pictures-part.tsx';
import type { ImportActions } from './use-import.ts';
import { useTask } from './use-task.ts';

interface ResultProps {
  run: ImportDetail;
  actions: ImportActions;
}

/** What has become of an import that was applied. */
export function Result({ run, actions }: ResultProps) {
  const { path, mayEdit } = useShop();
  return (
    <div className="grid gap-8">
      <div className="grid gap-4">
        <FigureRow
          figures={[
            { name: 'Applied', value: run.applied },
            { name: 'Changed meanwhile', value: run.conflicts },
            { name: 'Unchanged', value: run.unchanged },
            { name: 'Left out', value: run.skips - run.unchanged },
            { name: 'Errors', value: run.errors },
          ]}
        />
        <div className="flex flex-wrap items-center gap-2">
          <LinkButton href={`${path}/garments`}>Go to the garments</LinkButton>
          {mayEdit && run.undoUntil && <UndoButton run={run} actions={actions} />}
        </div>
        {run.undoUntil && (
          <p className="text-label text-ink-soft">It can be undone until {dayOf(run.undoUntil)}.</p>
        )}
      </div>
      {run.heldBack > 0 && (
        <Notice
          kind="warning"
          title={`${counted(run.heldBack, 'garment')} in the shop without “Try it on”`}
          actions={
            <LinkButton
              href={`${path}/garments?status=ACTIVE&readiness=NOT_READY`}
              variant="secondary"
              size="small"
            >
              See which
            </LinkButton>
          }
        >
          Their pictures are not fit for try-ons. Each garment says why, and lets you offer it all
          the same.
        </Notice>
      )}
      {run.pictures.wanted > 0 && <PicturesPart run={run} actions={actions} />}
      {run.conflicts > 0 && <Conflicts run={run} actions={actions} />}
      {run.errors > 0 && (
        <section className="grid gap-3" aria-label="Errors">
          <SectionHeading>Left out because of errors</SectionHeading>
          <ItemList
            runId={run.id}
            filter={{ action: 'ERROR' }}
            label="Garments with errors"
            empty=""
            onKind={null}
          />
        </section>
      )}
    </div>
  );
}

function Conflicts({ run, actions }: ResultProps) {
  const router = useRouter();
  const { path, mayEdit } = useShop();
  const { busy, problem, run: doIt } = useTask();
  return (
    <section className="grid gap-3" aria-label="Changed meanwhile">
      <SectionHeading
        actions={
          mayEdit &&
          run.hasFile && (
            <Button
              variant="secondary"
              size="small"
              disabled={busy}
              onClick={() =>
                void doIt(async () => router.push(`${path}/import/${await actions.repeat()}`))
              }
            >
              {busy ? 'Beginning …' : 'Preview the file again'}
            </Button>
          )
        }
      >
        Changed meanwhile
      </SectionHeading>
      <p className="max-w-prose text-sm text-pretty text-ink-soft">
        Somebody has changed these after the preview was made. They are as that person left them;
        another preview shows what the file would change now.
      </p>
      {problem && (
        <Notice kind="danger" role="alert">
          {problem}
        </Notice>
      )}
      <ItemList
        runId={run.id}
        filter={{ outcome: 'CHANGED_MEANWHILE' }}
        label="Garments that were changed meanwhile"
        empty=""
        onKind={null}
      />
    </section>
  );
}

export function UndoButton({ run, actions }: ResultProps) {
  const [asking, setAsking] = useState(false);
  const { busy, problem, run: doIt } = useTask();
  return (
    <>
      <Button variant="secondary" onClick={() => setAsking(true)}>
        Undo the import
      </Button>
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title="Undo this import?"
        confirmLabel={busy ? 'Beginning …' : 'Undo it'}
        busy={busy}
        onConfirm={() =>
          void doIt(async () => {
            await actions.undo();
            setAsking(false);
          })
        }
      >
        {counted(run.applied, 'garment')} go back to what they were: new ones are removed with all
        that was done to them since, or archived where a look, a bag or an order has them; changed
        ones are as before, unless somebody has changed them since.
        {problem && (
          <span role="alert" className="mt-2 block font-medium text-danger">
            {problem}
          </span>
        )}
      </ConfirmDialog>
    </>
  );
}
