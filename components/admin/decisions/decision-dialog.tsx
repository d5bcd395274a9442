'use client';

import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import type { CaseDetail } from '#lib/contracts/review.ts';
import { APPEAL_LENGTH, REASON_LENGTH } from '#lib/domain/case-decision.ts';
import { retryRefusalWords } from '#lib/domain/retry-refusal.ts';
import { ReasonDialog } from './reason-dialog.tsx';
import { RetryDialog } from './retry-dialog.tsx';
import type { Decision } from './use-decision.ts';

/** The decisions that are asked about before they are made. */
export type Questioned =
  | 'retry'
  | 'give_quota_back'
  | 'hide_garment'
  | 'suspend'
  | 'uphold'
  | 'overturn';

interface DecisionDialogProps {
  kind: Questioned;
  detail: CaseDetail;
  busy: boolean;
  onClose: () => void;
  onConfirm: (decision: Decision) => void;
}

export function DecisionDialog({ kind, detail, busy, onClose, onConfirm }: DecisionDialogProps) {
  const question = { busy, onClose };
  const confirmation = {
    open: true,
    busy,
    onOpenChange: (stays: boolean) => {
      if (!stays) onClose();
    },
  };
  switch (kind) {
    case 'retry':
      return <RetryDialog {...question} detail={detail} onConfirm={() => onConfirm({ kind })} />;
    case 'give_quota_back':
      return (
        <ConfirmDialog
          {...confirmation}
          danger={false}
          title="Give the quota back?"
          confirmLabel="Give it back"
          keepLabel="Leave it"
          onConfirm={() => onConfirm({ kind })}
        >
          This look no longer counts against the shopper’s allowance, nor against the shop’s. What
          the provider billed stays billed.
        </ConfirmDialog>
      );
    case 'hide_garment':
      return (
        <ConfirmDialog
          {...confirmation}
          title={`Hide ${detail.garment.title}?`}
          confirmLabel="Hide the garment"
          keepLabel="Leave it"
          onConfirm={() => onConfirm({ kind })}
        >
          Shoppers lose it at once. {detail.shop.name} finds it among its drafts and reads in its
          activity log who did this, and can put it right and back.
        </ConfirmDialog>
      );
    case 'suspend':
      return (
        <ReasonDialog
          {...question}
          danger
          title={`Suspend ${detail.person.name}?`}
          description="Signed in or not, this person is shut out from the next request on. It can be lifted at any time."
          label="Why"
          hint="Other admins read this; the person does not."
          maxLength={REASON_LENGTH}
          confirmLabel="Suspend"
          onConfirm={(reason) => onConfirm({ kind, reason })}
        />
      );
    case 'uphold':
      return (
        <ReasonDialog
          {...question}
          title="Uphold the block?"
          description="The appeal is answered, and the case resolved."
          label="Answer"
          hint="The shopper reads this as it stands."
          maxLength={APPEAL_LENGTH}
          confirmLabel="Uphold the block"
          onConfirm={(reason) => onConfirm({ kind, reason })}
        />
      );
    case 'overturn':
      return (
        <ReasonDialog
          {...question}
          title="Overturn the block?"
          description={
            detail.noRetry
              ? `The appeal is answered, and nothing is tried again. ${retryRefusalWords[detail.noRetry]}`
              : 'The appeal is answered, and the same is tried once more, with the same settings. The provider may block it again; that brings a case of its own.'
          }
          label="Answer"
          hint={
            detail.noRetry
              ? 'The shopper reads this as it stands: say that there is no new look.'
              : 'The shopper reads this as it stands, with a link to the new try-on.'
          }
          maxLength={APPEAL_LENGTH}
          confirmLabel={detail.noRetry ? 'Overturn the block' : 'Overturn and retry'}
          onConfirm={(reason) => onConfirm({ kind, reason })}
        />
      );
  }
}
