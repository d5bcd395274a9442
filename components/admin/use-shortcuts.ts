'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';

/**
 * Keys that work alone, where nothing is typed. Whoever speaks to the machine, or strikes keys by
 * mistake, can switch them off (WCAG 2.1.4); the wish is kept on this device.
 */

const KEY = 'fitting-room:single-keys';
const listeners = new Set<() => void>();

function read(): boolean {
  try {
    return window.localStorage.getItem(KEY) !== 'off';
  } catch {
    return true;
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

export function useShortcutsWish(): { on: boolean; set: (on: boolean) => void } {
  const on = useSyncExternalStore(subscribe, read, () => true);
  const set = (wish: boolean) => {
    try {
      window.localStorage.setItem(KEY, wish ? 'on' : 'off');
    } catch {
      return;
    }
    for (const listener of listeners) listener();
  };
  return { on, set };
}

const TYPED_INTO = 'input:not([type=checkbox]), textarea, select, [contenteditable]';
const LAID_OVER = '[role=dialog], [role=alertdialog], [role=menu]';

/** @param keys what each key does. They rest while something is typed into, or lies over the page. */
export function useShortcuts(keys: Readonly<Record<string, () => void>>): void {
  const { on } = useShortcutsWish();
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  useEffect(() => {
    if (!on) return;
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TYPED_INTO)) return;
      if (document.querySelector(LAID_OVER)) return;
      const act = Object.hasOwn(latest.current, event.key) && latest.current[event.key];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);
}
