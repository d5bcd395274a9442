'use client';

import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTryOns } from '#lib/client/use-try-ons.ts';
import { isFinal } from '#lib/domain/try-on.ts';
import { trayWords } from '#lib/words/tray.ts';
import { MenuOnDemand } from './menu-on-demand.tsx';

const load = () => import('./tray-menu.tsx');
const TrayMenu = lazy(load);

// Without its script the list still catches up whenever the page is looked at again.
const TrayWatch = lazy(() =>
  import('./tray-watch.tsx').catch(() => ({ default: (): ReactNode => null })),
);

/** How many pictures are being made just now; nothing when there are none. */
export function RenderingTray() {
  const { tryOns, refresh } = useTryOns();
  const active = tryOns.filter((tryOn) => !isFinal(tryOn.state));
  const [begun, setBegun] = useState(false);
  if (active.length > 0 && !begun) setBegun(true);
  const label = trayWords.making(active.length);
  const trigger = (
    <>
      <span aria-hidden className="size-2 animate-breathe rounded-full bg-accent" />
      <span className="tabular-nums">{active.length}</span>
    </>
  );
  return (
    <>
      {begun && (
        <Suspense fallback={null}>
          <TrayWatch tryOns={tryOns} onFinal={refresh} />
        </Suspense>
      )}
      {active.length > 0 && (
        <MenuOnDemand label={label} trigger={trigger} load={load}>
          <TrayMenu label={label} trigger={trigger} tryOns={active} />
        </MenuOnDemand>
      )}
    </>
  );
}
