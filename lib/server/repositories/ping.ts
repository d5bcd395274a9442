import 'server-only';
import type { Db } from '#lib/server/db.ts';

/** Resolves when the database answers. */
export async function pingDatabase(db: Db): Promise<void> {
  await db.$queryRaw`SELECT 1`;
}
