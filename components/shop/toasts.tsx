'use client';

import { Toaster, useSonner } from 'sonner';
import { useFootOfScreen } from './use-foot-of-screen.ts';

/**
 * Short words about what has just been done, in the look of the rest: away from the header, above
 * whatever bar stays at the foot of the screen, and on a wide screen beside what is being done.
 */
export default function Toasts() {
  const { toasts } = useSonner();
  const bar = useFootOfScreen(toasts.length > 0);
  return (
    <Toaster
      position="bottom-left"
      offset={{ bottom: bar + 24, left: 24 }}
      mobileOffset={{ bottom: bar + 12, left: 16, right: 16 }}
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
