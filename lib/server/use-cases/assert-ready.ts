import 'server-only';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { pingDatabase } from '#lib/server/repositories/ping.ts';

/** @throws AppError unavailable when the database does not answer. */
export async function assertReady(): Promise<void> {
  try {
    await pingDatabase(db());
  } catch {
    throw new AppError('unavailable');
  }
}
