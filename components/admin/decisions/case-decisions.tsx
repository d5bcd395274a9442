'use client';

import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import type { CaseDetail } from '#lib/contracts/review.ts';
import { decisionDone, isDecisionKind } from '#lib/domain/case-decision.ts';
import { forbidsOverturn } from '#lib/domain/retry-refusal.ts';
import { UtcTime } from '../utc-time.tsx';
import { AssigneeSelect } from './assignee-select.tsx';
import { CaseNotes } from './case-notes.tsx';
import { DecisionDialog, type Questioned } from './decision-dialog.tsx';
import { ResolveDialog } from './resolve-dialog.tsx';
import { type Decision, useDecision } from './use-decision.ts';

interface CaseDecisionsProps {
  detail: CaseDetail;
  /** Whenever the case may have changed: after a decision, an undo, or somebody else's decision. */
  onDecided: () => void;
}

/** What can be decided on a case, and taken back. */
export function CaseDecisions({ detail, onDecided }: CaseDecisionsProps) {
  const { busy, decide, undo } = useDecision(detail, onDecided);
  const [asked, setAsked] = useState<Questioned | 'resolve' | null>(null);
  const close = () => setAsked(null);
  const confirm = async (decision: Decision) => {
    const outcome = await decide(decision);
    // What somebody has written is not thrown away; what is only confirmed was asked of another case.
    if (outcome === 'done' || (outcome === 'overtaken' && !('reason' in decision))) close();
  };
  return (
    <div className="grid gap-4">
      {detail.undoable && (
        <LastDecision undoable={detail.undoable} busy={busy} onUndo={() => void undo()} />
      )}
      <MainDecisions
        detail={detail}
        busy={busy}
        onAsk={setAsked}
        onReopen={() => void decide({ kind: 'reopen' })}
      />
      <AssigneeSelect
        assignee={detail.assignee}
        busy={busy}
        onAssign={(assigneeId) => void decide({ kind: 'assign', assigneeId })}
      />
      <Measures detail={detail} busy={busy} onAsk={setAsked} />
      <CaseNotes
        detail={detail}
        busy={busy}
        onComment={async (text) => (await decide({ kind: 'comment', text })) === 'done'}
        onRemoved={onDecided}
      />
      <ResolveDialog
        reviewCase={asked === 'resolve' ? detail : null}
        onClose={close}
        onDecided={onDecided}
      />
      {asked && asked !== 'resolve' && (
        <DecisionDialog
          kind={asked}
          detail={detail}
          busy={busy}
          onClose={close}
          onConfirm={(decision) => void confirm(decision)}
        />
      )}
    </div>
  );
}

function LastDecision({
  undoable: { kind, by, at },
  busy,
  onUndo,
}: {
  undoable: NonNullable<CaseDetail['undoable']>;
  busy: boolean;
  onUndo: () => void;
}) {
  return (
    <p className="flex flex-wrap items-center justify-between gap-x-3 border-b border-line pb-3 text-sm">
      <span>
        Last decision: {by} {isDecisionKind(kind) ? decisionDone[kind] : 'changed it'},{' '}
        <UtcTime instant={at} />
      </span>
      <Button variant="quiet" size="small" className="-ml-3" disabled={busy} onClick={onUndo}>
        <Undo2 aria-hidden /> Undo
      </Button>
    </p>
  );
}

interface MainDecisionsProps {
  detail: CaseDetail;
  busy: boolean;
  onAsk: (kind: Questioned | 'resolve') => void;
  onReopen: () => void;
}

/** What most cases end with; one with an appeal ends with its answer. */
function MainDecisions({ detail, busy, onAsk, onReopen }: MainDecisionsProps) {
  const { noRetry } = detail;
  const retryable = noRetry === null;
  if (detail.appeal === 'OPEN') {
    return (
      <div className="grid gap-2">
        <Button
          disabled={busy || (noRetry !== null && forbidsOverturn(noRetry))}
          onClick={() => onAsk('overturn')}
        >
          Overturn the block
        </Button>
        <Button variant="secondary" disabled={busy} onClick={() => onAsk('uphold')}>
          Uphold the block
        </Button>
      </div>
    );
  }
  return (
    <div className="grid gap-2">
      {retryable && (
        <Button disabled={busy} onClick={() => onAsk('retry')}>
          Retry
        </Button>
      )}
      {detail.status === 'OPEN' ? (
        <Button
          variant={retryable ? 'secondary' : 'primary'}
          disabled={busy}
          onClick={() => onAsk('resolve')}
        >
          Resolve
        </Button>
      ) : (
        <Button variant="secondary" disabled={busy} onClick={onReopen}>
          Open again
        </Button>
      )}
    </div>
  );
}

/** What goes beyond the case itself. */
function Measures({ detail, busy, onAsk }: Omit<MainDecisionsProps, 'onReopen'>) {
  const offered: { kind: Questioned; name: string; there: boolean }[] = [
    { kind: 'give_quota_back', name: 'Give quota back', there: detail.quota === 'charged' },
    { kind: 'hide_garment', name: 'Hide garment', there: detail.garment.status === 'ACTIVE' },
    {
      kind: 'suspend',
      name: 'Suspend person',
      there: !detail.person.suspended && !detail.forShop,
    },
  ];
  const there = offered.filter((one) => one.there);
  if (there.length === 0) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {there.map(({ kind, name }) => (
        <Button
          key={kind}
          variant="secondary"
          size="small"
          disabled={busy}
          onClick={() => onAsk(kind)}
        >
          {name}
        </Button>
      ))}
    </div>
  );
}
