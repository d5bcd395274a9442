'use client';

import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { CaseDetail } from '#lib/contracts/review.ts';
import { retryAdvice } from '../review-words.ts';

interface RetryDialogProps {
  detail: CaseDetail;
  busy: boolean;
  onClose: () => void;
  onConfirm: () => void;
}

export function RetryDialog({ detail, busy, onClose, onConfirm }: RetryDialogProps) {
  const { state, errorClass, garment } = detail;
  const { prospect, paidTwice } = retryAdvice({ state, errorClass: errorClass ?? 'unclassified' });
  const subject = detail.subject === 'photo' ? 'photo' : 'house model';
  return (
    <ConfirmDialog
      open
      onOpenChange={(stays) => {
        if (!stays) onClose();
      }}
      danger={false}
      busy={busy}
      title="Retry this try-on?"
      keepLabel="Leave it"
      confirmLabel={paidTwice ? 'Retry anyway' : 'Retry'}
      onConfirm={onConfirm}
      details={
        paidTwice && (
          <Notice kind="warning" title="This may be paid for twice">
            {paidTwice}
          </Notice>
        )
      }
    >
      {`A new try-on of ${garment.title} is made for the same person, with the same ${subject} and settings, and is billed like any other. ${prospect}`}
    </ConfirmDialog>
  );
}
