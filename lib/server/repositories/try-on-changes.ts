import 'server-only';
import type { Db } from '#lib/server/db.ts';

/** The channel on which every visible change of a try-on is told, as `id:version`. */
export const TRY_ON_CHANGED = 'try_on_changed';

/** Delivered when the transaction commits, and only then. */
export async function announceTryOnChange(tx: Db, id: string, version: number): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${TRY_ON_CHANGED}, ${`${id}:${version}`})`;
}
