'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { uiWords } from '#lib/words/ui.ts';
import { buttonClass } from './button-class.ts';
import { classNames } from './class-names.ts';
import { useFocusReturn } from './use-focus-return.ts';

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  /** One sentence under the title. */
  description?: ReactNode;
  children?: ReactNode;
  /** Buttons at the foot, the main one last. */
  actions?: ReactNode;
}

/** A question or a small form over the page; Escape and the cross close it. */
export function Dialog({ open, onOpenChange, title, description, children, actions }: DialogProps) {
  const focusReturn = useFocusReturn();
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 animate-fade bg-veil" />
        <Radix.Content
          {...focusReturn}
          {...(!description && { 'aria-describedby': undefined })}
          className="fixed inset-x-4 bottom-4 z-50 mx-auto flex max-h-[85dvh] max-w-md animate-sheet flex-col overflow-hidden rounded-panel border border-line bg-raised shadow-panel sm:top-1/2 sm:bottom-auto sm:-translate-y-1/2"
        >
          <Radix.Title className="p-6 pr-16 pb-1 font-display text-heading text-balance">
            {title}
          </Radix.Title>
          {/* Only this scrolls: the title and the cross stay where they are. */}
          <div
            className={classNames(
              'grid min-h-0 gap-4 overflow-y-auto px-6 pb-6',
              description ? 'pt-1' : 'pt-3',
            )}
          >
            {description && (
              <Radix.Description className="text-sm leading-relaxed text-pretty text-ink-soft">
                {description}
              </Radix.Description>
            )}
            {children}
            {actions && <div className="flex flex-wrap justify-end gap-2 pt-2">{actions}</div>}
          </div>
          <Radix.Close
            aria-label={uiWords.close}
            className={`${buttonClass({ variant: 'quiet' })} absolute top-3 right-3 w-11 px-0`}
          >
            <X aria-hidden />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
