import 'server-only';
import type { PauseReason } from '#lib/domain/breaker.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { decodersStart } from '#lib/server/images/decoder/decode-apart.ts';
import { pingDatabase } from '#lib/server/repositories/ping.ts';
import { findPause } from '#lib/server/repositories/provider-gate.ts';

export interface Readiness {
  status: 'ready';
  /** `on`, or why sending is paused. That is no reason to send people elsewhere: they can wait here. */
  sending: 'on' | PauseReason;
  /** Whether pictures can be taken in: uploads, and what the provider has made. */
  pictures: 'on' | 'no_decoder';
}

/** @throws AppError unavailable when the database does not answer. */
export async function checkReady(): Promise<Readiness> {
  try {
    await pingDatabase(db());
    const pictures = decodersStart() ? 'on' : 'no_decoder';
    const pause = await findPause(db());
    return { status: 'ready', sending: pause?.reason ?? 'on', pictures };
  } catch {
    throw new AppError('unavailable');
  }
}
