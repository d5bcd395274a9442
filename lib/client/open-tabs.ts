'use client';

import { useEffect, useState } from 'react';

/**
 * Several tabs of one person agree by the browser's locks, which a closed or crashed tab gives back
 * by itself. Where there are none (plain http), every tab acts as if it were alone.
 */

const LEAD = 'fitting-room:lead';
const IN_SIGHT = 'fitting-room:in-sight';
const NOTIFIED = 'fitting-room:notified';

/** More than ever end at one time. */
const REMEMBERED = 40;

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

/** Those of the ids that no tab has claimed before, which are now claimed: for what may come once only. */
export async function claimOnce(ids: string[]): Promise<string[]> {
  const claim = () => {
    const { fresh, remembered } = claimed(ids, localStorage.getItem(NOTIFIED));
    localStorage.setItem(NOTIFIED, remembered);
    return fresh;
  };
  try {
    return navigator.locks ? await navigator.locks.request(NOTIFIED, claim) : claim();
  } catch {
    // Without storage there is no memory between tabs; once too often is better than never.
    return ids;
  }
}

/** @param stored the ids claimed so far, separated by spaces */
export function claimed(ids: string[], stored: string | null) {
  const before = (stored ?? '').split(' ').filter(Boolean);
  const fresh = ids.filter((id) => !before.includes(id));
  return { fresh, remembered: [...before, ...fresh].slice(-REMEMBERED).join(' ') };
}
