'use client';

import { type ComponentType, useEffect, useState } from 'react';
import { useTryOns } from '#lib/client/use-try-ons.ts';
import { isFinal } from '#lib/domain/try-on.ts';

/**
 * Nothing is said before somebody does something or has a look in the making, and the script for
 * saying it is a fifteenth of a page's: so it comes with the first of that. If it does not come, the
 * next press asks again.
 */
export function ToastsOnDemand() {
  const { tryOns } = useTryOns();
  const inTheMaking = tryOns.some(({ state }) => !isFinal(state));
  const [Toasts, setToasts] = useState<ComponentType | null>(null);

  useEffect(() => {
    if (Toasts) return;
    const load = () =>
      void import('./toasts.tsx').then(
        (arrived) => setToasts(() => arrived.default),
        () => {},
      );
    if (inTheMaking) load();
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) window.addEventListener(event, load);
    return () => {
      for (const event of events) window.removeEventListener(event, load);
    };
  }, [Toasts, inTheMaking]);
  return Toasts && <Toasts />;
}
