'use client';

import { lazy, useEffect } from 'react';
import { useTryOn } from '#lib/client/use-try-on.ts';
import { useTryOns } from '#lib/client/use-try-ons.ts';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { isFinal } from '#lib/domain/try-on.ts';
import { MenuOnDemand } from './menu-on-demand.tsx';

const load = () => import('./tray-menu.tsx');
const TrayMenu = lazy(load);

/**
 * A browser has six connections to one host, and each one watched holds one of them. The rest of
 * the list follows when one of these is done.
 */
const WATCHED_AT_ONCE = 3;

/** How many pictures are being made just now; nothing when there are none. */
export function RenderingTray() {
  const { tryOns, refresh } = useTryOns();
  const active = tryOns.filter((tryOn) => !isFinal(tryOn.state));
  if (active.length === 0) return null;
  const label =
    active.length === 1 ? '1 look in the making' : `${active.length} looks in the making`;
  const trigger = (
    <>
      <span aria-hidden className="size-2 animate-breathe rounded-full bg-accent" />
      <span className="tabular-nums">{active.length}</span>
    </>
  );
  return (
    <>
      {active.slice(0, WATCHED_AT_ONCE).map((tryOn) => (
        <Watch key={tryOn.id} known={tryOn} onFinal={refresh} />
      ))}
      <MenuOnDemand label={label} trigger={trigger} load={load}>
        <TrayMenu label={label} trigger={trigger} tryOns={active} />
      </MenuOnDemand>
    </>
  );
}

function Watch({ known, onFinal }: { known: TryOnView; onFinal: () => void }) {
  const { tryOn } = useTryOn(known.id, known);
  const done = tryOn !== undefined && isFinal(tryOn.state);
  useEffect(() => {
    if (done) onFinal();
  }, [done, onFinal]);
  return null;
}
