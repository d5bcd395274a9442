'use client';

import { useEffect, useState } from 'react';
import { elapsedSince } from './server-clock.ts';

/** Milliseconds since `instant`, ticking; null until it is known that this is a browser. */
export function useElapsed(instant: string): number | null {
  const [elapsed, setElapsed] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setElapsed(elapsedSince(instant));
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [instant]);
  return elapsed;
}
