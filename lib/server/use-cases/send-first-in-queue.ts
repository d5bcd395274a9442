import 'server-only';
import { isDraining, track } from '#lib/server/worker/in-flight.ts';
import { advanceHeldTryOns } from './advance-try-on.ts';
import { claimSends } from './claim-sends.ts';

/** As many as the one that was just asked for may find before itself, in a quiet hour. */
const SENDS_A_RING = 8;

/**
 * Rung by a submit as soon as it is committed, while its own answer is still being made: whoever is
 * first in the queue goes out, which is mostly the one that was just asked for.
 */
export async function sendFirstInQueue(): Promise<void> {
  if (!isDraining()) await track(ring());
}

async function ring(): Promise<void> {
  const { held } = await claimSends(SENDS_A_RING, new Date(), 'people');
  await advanceHeldTryOns(held);
}
