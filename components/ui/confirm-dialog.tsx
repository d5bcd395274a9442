'use client';

import type { ReactNode } from 'react';
import { uiWords } from '#lib/words/ui.ts';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

interface ConfirmDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The question. */
  title: string;
  /** What will happen. */
  children: ReactNode;
  /** The verb on the button: "Delete look". */
  confirmLabel: string;
  /** On the button that leaves things as they are. */
  keepLabel?: string;
  /** Under the text, where it takes more than a sentence. */
  details?: ReactNode;
  /** True while it is being done: the button waits. */
  busy?: boolean;
  danger?: boolean;
  onConfirm: () => void;
}

export function ConfirmDialog({
  open,
  onOpenChange,
  title,
  children,
  confirmLabel,
  keepLabel = uiWords.keep,
  details,
  busy = false,
  danger = true,
  onConfirm,
}: ConfirmDialogProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={children}
      actions={
        <>
          <Button variant="secondary" onClick={() => onOpenChange(false)}>
            {keepLabel}
          </Button>
          <Button variant={danger ? 'danger' : 'primary'} disabled={busy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {details}
    </Dialog>
  );
}
