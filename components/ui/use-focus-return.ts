'use client';

import { useMemo, useRef } from 'react';

/**
 * Handlers for the content of a dialog that is opened by state. Radix gives the focus back to its
 * own trigger, and such a dialog has none, so whatever had the focus before is remembered here.
 */
export function useFocusReturn() {
  const before = useRef<Element | null>(null);
  return useMemo(
    () => ({
      onOpenAutoFocus: () => {
        before.current = document.activeElement;
      },
      onCloseAutoFocus: (event: Event) => {
        event.preventDefault();
        if (before.current instanceof HTMLElement) before.current.focus();
      },
    }),
    [],
  );
}
