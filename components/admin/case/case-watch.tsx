'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

const EACH_MS = 3_000;

/** Reads the page anew while something on it is still under way. */
export function CaseWatch({ on }: { on: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!on) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, EACH_MS);
    return () => clearInterval(timer);
  }, [on, router]);
  return null;
}
