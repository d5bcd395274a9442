'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { ChooseKindsBody, ImportDetail } from '#lib/contracts/import.ts';
import { useShop } from '../shop-context.tsx';
import { CountTabs } from './count-tabs.tsx';
import { counted, partWords } from './import-words.ts';
import { ItemList } from './item-list.tsx';
import { KindsPanel } from './kinds-panel.tsx';
import { countPart, filterOf, type PreviewPart, previewParts } from './preview-parts.ts';
import { sayApply } from './say-apply.ts';
import type { ImportActions } from './use-import.ts';
import { useImportKinds } from './use-import-kinds.ts';
import { useTask } from './use-task.ts';

interface PreviewProps {
  run: ImportDetail;
  actions: ImportActions;
}

/** What the file would do, garment by garment, before anything has changed. */
export function Preview({ run, actions }: PreviewProps) {
  const { mayEdit } = useShop();
  const [chosen, setChosen] = useState<PreviewPart | null>(null);
  const part = chosen ?? previewParts.find((one) => countPart(run, one) > 0) ?? 'CREATE';
  const kinds = useImportKinds(run.id);
  // Lists that are open on the page are read anew when something was said of all of a type.
  const [said, setSaid] = useState(0);

  const choose = async (body: ChooseKindsBody) => {
    await actions.chooseKinds(body);
    await kinds.refresh();
  };

  return (
    <div className="grid gap-6">
      {mayEdit && <ApplyBar run={run} actions={actions} />}
      {run.inColours > 0 && (
        <p className="max-w-prose text-sm text-pretty text-ink-soft">
          {counted(run.inColours, 'product')} of the file {run.inColours === 1 ? 'comes' : 'come'}{' '}
          in several colours. Each colour is a garment of its own here, with its own pictures, and
          shoppers find the others beside it.
        </p>
      )}
      <KindsPanel
        kinds={kinds}
        onChoose={
          mayEdit
            ? async (body) => {
                await choose(body);
                setSaid((count) => count + 1);
              }
            : null
        }
      />
      <div className="grid">
        <CountTabs
          label="What would happen"
          tabs={previewParts.map((one) => ({
            id: one,
            name: partWords[one].name,
            count: countPart(run, one),
          }))}
          chosen={part}
          onChoose={setChosen}
        />
        <ItemList
          key={`${part} ${said}`}
          runId={run.id}
          filter={filterOf(part)}
          label={`Garments: ${partWords[part].name}`}
          empty={partWords[part].empty}
          onKind={mayEdit ? (position, category) => choose({ category, of: { position } }) : null}
        />
      </div>
    </div>
  );
}

function ApplyBar({ run, actions }: PreviewProps) {
  const [asking, setAsking] = useState<'apply' | 'cancel' | null>(null);
  const { busy, problem, run: doIt, forget } = useTask();
  const all = run.creates + run.updates;

  const close = () => {
    setAsking(null);
    forget();
  };
  const confirm = async (work: () => Promise<void>) => {
    if (await doIt(work)) close();
  };

  return (
    <div className="grid gap-3">
      {all === 0 && (
        <Notice kind="info" title="There is nothing to apply">
          No garment of the file is new or differs from what the shop has.
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        {all > 0 && (
          <Button onClick={() => setAsking('apply')}>Apply {counted(all, 'garment')}</Button>
        )}
        {run.mapping && (
          <Button variant="secondary" disabled={busy} onClick={() => void doIt(actions.remap)}>
            Change what the columns mean
          </Button>
        )}
        <Button variant="quiet" onClick={() => setAsking('cancel')}>
          Put the preview away
        </Button>
      </div>
      {problem && asking === null && (
        <Notice kind="danger" role="alert">
          {problem}
        </Notice>
      )}
      <ConfirmDialog
        open={asking === 'apply'}
        onOpenChange={close}
        title={`Apply ${counted(all, 'garment')}?`}
        keepLabel="Not yet"
        confirmLabel={busy ? 'Beginning …' : 'Apply'}
        busy={busy}
        danger={false}
        onConfirm={() => void confirm(actions.apply)}
      >
        {sayApply(run)} You can undo all of it for 30 days.
        {problem && <Problem>{problem}</Problem>}
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'cancel'}
        onOpenChange={close}
        title="Put this preview away?"
        confirmLabel="Put it away"
        busy={busy}
        onConfirm={() => void confirm(actions.cancel)}
      >
        The file is deleted, and nothing of the shop has changed.
        {problem && <Problem>{problem}</Problem>}
      </ConfirmDialog>
    </div>
  );
}

function Problem({ children }: { children: string }) {
  return (
    <span role="alert" className="mt-2 block font-medium text-danger">
      {children}
    </span>
  );
}
