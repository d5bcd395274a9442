import 'server-only';
import type { PauseReason } from '#lib/domain/breaker.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { pingDatabase } from '#lib/server/repositories/ping.ts';
import { findPause } from '#lib/server/repositories/provider-gate.ts';

export interface Readiness {
  status: 'ready';
  /** `on`, or why sending is paused. That is no reason to send people elsewhere: they can wait here. */
  sending: 'on' | PauseReason;
}

/** @throws AppError unavailable when the database does not answer. */
export async function checkReady(): Promise<Readiness> {
  try {
    await pingDatabase(db());
    const pause = await findPause(db());
    return { status: 'ready', sending: pause?.reason ?? 'on' };
  } catch {
    throw new AppError('unavailable');
  }
}
