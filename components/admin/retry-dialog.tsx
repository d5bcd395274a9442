'use client';

import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Notice } from '#components/ui/notice.tsx';
import type { ReviewCaseView } from '#lib/contracts/admin.ts';
import { retryAdvice } from './review-words.ts';

interface RetryDialogProps {
  /** Null while nothing is asked. */
  reviewCase: ReviewCaseView | null;
  busy: boolean;
  /** Why the last try to ask again did not go through. */
  problem: string | null;
  onClose: () => void;
  onConfirm: () => void;
}

export function RetryDialog({ reviewCase, busy, problem, onClose, onConfirm }: RetryDialogProps) {
  if (!reviewCase) return null;
  const { prospect, paidTwice } = retryAdvice(reviewCase);
  const subject = reviewCase.subject === 'photo' ? 'photo' : 'house model';
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title="Retry this try-on?"
      description={`A new try-on of ${reviewCase.garment.title} is made for the same person, with the same ${subject} and settings, and is billed like any other. ${prospect}`}
      actions={
        <>
          <Button variant="secondary" onClick={onClose}>
            Leave it
          </Button>
          <Button disabled={busy} onClick={onConfirm}>
            {paidTwice ? 'Retry anyway' : 'Retry'}
          </Button>
        </>
      }
    >
      {paidTwice && (
        <Notice kind="warning" title="This may be paid for twice">
          {paidTwice}
        </Notice>
      )}
      {problem && (
        <Notice kind="danger" role="alert">
          {problem}
        </Notice>
      )}
    </Dialog>
  );
}
