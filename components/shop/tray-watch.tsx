'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect, useRef } from 'react';
import { endedSince } from '#lib/client/ended-news.ts';
import { useLeadTab, useTellInSight } from '#lib/client/open-tabs.ts';
import { tellEnded } from '#lib/client/tell-ended.ts';
import { useTryOn } from '#lib/client/use-try-on.ts';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { isFinal } from '#lib/domain/try-on.ts';

/**
 * A browser has six connections to one host, and each one watched holds one of them. The rest of
 * the list follows when one of these is done.
 */
const WATCHED_AT_ONCE = 3;

interface TrayWatchProps {
  tryOns: TryOnView[];
  onFinal: () => void;
}

/** Follows what is under way and tells what has ended; shows nothing itself. */
export default function TrayWatch({ tryOns, onFinal }: TrayWatchProps): ReactNode {
  const router = useRouter();
  const watched = useRef(new Set<string>());
  const active = tryOns.filter(({ state }) => !isFinal(state));
  const leads = useLeadTab(active.length > 0);
  useTellInSight();

  useEffect(() => {
    tellEnded(endedSince(watched.current, tryOns), (href) => router.push(href));
  }, [tryOns, router]);

  return active
    .slice(0, WATCHED_AT_ONCE)
    .map((tryOn) => <Watch key={tryOn.id} known={tryOn} onFinal={onFinal} whileHidden={leads} />);
}

interface WatchProps {
  known: TryOnView;
  whileHidden: boolean;
  onFinal: () => void;
}

function Watch({ known, whileHidden, onFinal }: WatchProps) {
  const { tryOn } = useTryOn(known.id, known, { showsLook: false, whileHidden });
  const done = tryOn !== undefined && isFinal(tryOn.state);
  const told = useRef(false);
  useEffect(() => {
    if (!done || told.current) return;
    told.current = true;
    onFinal();
  }, [done, onFinal]);
  return null;
}
