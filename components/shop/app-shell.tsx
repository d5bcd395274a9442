'use client';

import type { ReactNode } from 'react';
import { SWRConfig } from 'swr';
import { SESSION_KEY } from '#lib/client/use-session.ts';
import type { SessionView } from '#lib/contracts/account.ts';
import { ToastsOnDemand } from './toasts-on-demand.tsx';

/** What every client component stands on: the session that the page was rendered for, and toasts. */
export function AppShell({
  session,
  children,
}: {
  session: SessionView | null;
  children: ReactNode;
}) {
  return (
    <SWRConfig value={{ fallback: { [SESSION_KEY]: session } }}>
      {children}
      <ToastsOnDemand />
    </SWRConfig>
  );
}
