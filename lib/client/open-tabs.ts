'use client';

import { useEffect, useState } from 'react';

/**
 * Several tabs of one person agree by the browser's locks, which a closed or crashed tab gives back
 * by itself. Where there are none (plain http), every tab acts as if it were alone.
 */

const LEAD = 'fitting-room:lead';
const IN_SIGHT = 'fitting-room:in-sight';

/**
 * True in one tab at a time: the one that goes on asking while none is in sight.
 *
 * @param wanted whether this tab has anything to ask for; without, it makes way for the next.
 */
export function useLeadTab(wanted: boolean): boolean {
  const [leads, setLeads] = useState(false);
  useEffect(() => {
    if (!wanted) return;
    if (!navigator.locks) {
      setLeads(true);
      return;
    }
    const leaving = new AbortController();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    navigator.locks
      .request(LEAD, { signal: leaving.signal }, () => {
        setLeads(true);
        return held;
      })
      // The wait was given up with the tab's interest.
      .catch(() => {});
    return () => {
      leaving.abort();
      release();
      setLeads(false);
    };
  }, [wanted]);
  return leads;
}

/** As long as this tab is in sight, the others know of it. */
export function useTellInSight(): void {
  useEffect(() => {
    if (!navigator.locks) return;
    let release = () => {};
    const tell = () => {
      release();
      release = () => {};
      if (document.visibilityState !== 'visible') return;
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      navigator.locks.request(IN_SIGHT, { mode: 'shared' }, () => held).catch(() => {});
    };
    tell();
    document.addEventListener('visibilitychange', tell);
    return () => {
      document.removeEventListener('visibilitychange', tell);
      release();
    };
  }, []);
}

/** Whether the person has any of our tabs before her. */
export async function isAnyTabInSight(): Promise<boolean> {
  if (document.visibilityState === 'visible') return true;
  if (!navigator.locks) return false;
  return navigator.locks.request(IN_SIGHT, { ifAvailable: true }, async (lock) => lock === null);
}
