'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useState } from 'react';
import { SWRConfig } from 'swr';
import { SESSION_KEY } from '#lib/client/use-session.ts';
import type { SessionView } from '#lib/contracts/account.ts';

const Toasts = dynamic(() => import('./toasts.tsx'), { ssr: false });

/** What every client component stands on: the session that the page was rendered for, and toasts. */
export function AppShell({
  session,
  children,
}: {
  session: SessionView | null;
  children: ReactNode;
}) {
  const used = useIsUsed();
  return (
    <SWRConfig value={{ fallback: { [SESSION_KEY]: session } }}>
      {children}
      {used && <Toasts />}
    </SWRConfig>
  );
}

/** Nothing is said before somebody does something, so the script of it comes with the first of it. */
function useIsUsed(): boolean {
  const [used, setUsed] = useState(false);
  useEffect(() => {
    const note = () => setUsed(true);
    const events = ['pointerdown', 'keydown'] as const;
    for (const event of events) window.addEventListener(event, note, { once: true });
    return () => {
      for (const event of events) window.removeEventListener(event, note);
    };
  }, []);
  return used;
}
