import 'server-only';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';

/** @throws AppError unavailable when the database does not answer. */
export async function assertReady(): Promise<void> {
  try {
    await db().$queryRaw`SELECT 1`;
  } catch {
    throw new AppError('unavailable');
  }
}
