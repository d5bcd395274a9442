'use client';

import { Toaster } from 'sonner';

/** Short words about what has just been done, in the look of the rest. */
export default function Toasts() {
  return (
    <Toaster
      position="bottom-center"
      style={{ fontFamily: 'inherit' }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-start gap-3 rounded-panel border border-line bg-raised px-4 py-3 font-sans text-sm text-ink shadow-panel',
          description: 'text-ink-soft',
          actionButton:
            'ml-auto shrink-0 whitespace-nowrap font-medium text-accent underline underline-offset-4',
        },
      }}
    />
  );
}
