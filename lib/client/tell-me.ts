'use client';

import { useSyncExternalStore } from 'react';

/**
 * Whether the person wants a notification when a look is ready.
 * - `unavailable`: the browser has none, or the page is not on a secure origin.
 * - `refused`: the person said no; she is not asked again.
 * - `off`: not asked yet, or switched off again.
 * - `on`: allowed and wished for.
 */
export type TellMe = 'unavailable' | 'refused' | 'off' | 'on';

const STORAGE_KEY = 'fitting-room:tell-me';

/** What the browser allows and what the person wished, put together. */
export function tellMeOf(permission: NotificationPermission | null, wish: string | null): TellMe {
  if (permission === null) return 'unavailable';
  if (permission === 'denied') return 'refused';
  // Some browsers forget a refusal with the session; a permission given in the settings counts.
  if (permission === 'default') return wish === 'refused' ? 'refused' : 'off';
  return wish === 'on' ? 'on' : 'off';
}

const listeners = new Set<() => void>();

function keepWish(wish: 'on' | 'off' | 'refused'): void {
  try {
    localStorage.setItem(STORAGE_KEY, wish);
  } catch {
    // Private windows may refuse storage; then she is asked again next time.
  }
  for (const listener of listeners) listener();
}

export function readTellMe(): TellMe {
  let wish: string | null = null;
  try {
    wish = localStorage.getItem(STORAGE_KEY);
  } catch {
    // As above.
  }
  return tellMeOf('Notification' in window ? Notification.permission : null, wish);
}

/** Asks the browser; to be called from a press, since browsers refuse it otherwise. */
export async function startTelling(): Promise<TellMe> {
  if (!canShow()) return 'unavailable';
  const permission = await Notification.requestPermission();
  if (permission === 'granted') keepWish('on');
  if (permission === 'denied') keepWish('refused');
  return readTellMe();
}

export function stopTelling(): void {
  keepWish('off');
}

/**
 * Phones know the class and refuse to make one, whatever the permission. Without it this shows
 * nothing; with it, nothing for longer than a moment.
 */
function canShow(): boolean {
  if (!('Notification' in window)) return false;
  try {
    new Notification('', { silent: true }).close();
    return true;
  } catch {
    return false;
  }
}

function subscribe(onChange: () => void): () => void {
  listeners.add(onChange);
  // Another tab has decided.
  window.addEventListener('storage', onChange);
  return () => {
    listeners.delete(onChange);
    window.removeEventListener('storage', onChange);
  };
}

export function useTellMe(): TellMe {
  return useSyncExternalStore(subscribe, readTellMe, () => 'unavailable' as const);
}
