'use client';

import { useEffect } from 'react';

const QUESTION = 'Leave this page? What you have not saved will be lost.';

interface Unsaved {
  /** Would be lost if the browser closed the page now. */
  closing: boolean;
  /** Would be lost even on a page that stays open: what cannot be saved by itself. */
  leaving: boolean;
}

/**
 * Asks before unsaved work is lost: by closing or reloading the page, and by following a link in it.
 * Links are caught here because the router offers no hook for those of other components.
 */
export function useUnsavedGuard({ closing, leaving }: Unsaved): void {
  useEffect(() => {
    if (!closing) return;
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', beforeUnload);
    return () => window.removeEventListener('beforeunload', beforeUnload);
  }, [closing]);

  useEffect(() => {
    if (!leaving) return;
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!link || leavesPageAlone(link, event) || window.confirm(QUESTION)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener('click', onClick, { capture: true });
    return () => document.removeEventListener('click', onClick, { capture: true });
  }, [leaving]);
}

/** Opens elsewhere, or goes to a place on this page. */
function leavesPageAlone(link: Element, event: MouseEvent): boolean {
  return (
    event.ctrlKey ||
    event.metaKey ||
    event.shiftKey ||
    link.getAttribute('target') === '_blank' ||
    link.getAttribute('href')?.startsWith('#') === true
  );
}
