'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { useTryOns } from '#lib/client/use-try-ons.ts';
import { isFinal } from '#lib/domain/try-on.ts';

const Toasts = dynamic(() => import('./toasts.tsx'), { ssr: false });

/**
 * Nothing is said before somebody does something or has a look in the making, and the script for
 * saying it is a fifteenth of a page's: so it comes with the first of that.
 */
export function ToastsOnDemand() {
  const { tryOns } = useTryOns();
  const [wanted, setWanted] = useState(false);
  if (!wanted && tryOns.some(({ state }) => !isFinal(state))) setWanted(true);

  useEffect(() => {
    const want = () => setWanted(true);
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) window.addEventListener(event, want, { once: true });
    return () => {
      for (const event of events) window.removeEventListener(event, want);
    };
  }, []);
  return wanted && <Toasts />;
}
