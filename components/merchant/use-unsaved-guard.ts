'use client';

import { useEffect } from 'react';

const QUESTION = 'Leave this page? What you have not saved will be lost.';

/**
 * Asks before unsaved work is lost: by closing or reloading the page, and by following a link in it.
 * Links are caught here because the router offers no hook for those of other components.
 */
export function useUnsavedGuard(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return;
    const beforeUnload = (event: BeforeUnloadEvent) => event.preventDefault();
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null;
      if (!link || leavesPageAlone(link, event) || window.confirm(QUESTION)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener('beforeunload', beforeUnload);
    document.addEventListener('click', onClick, { capture: true });
    return () => {
      window.removeEventListener('beforeunload', beforeUnload);
      document.removeEventListener('click', onClick, { capture: true });
    };
  }, [unsaved]);
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
