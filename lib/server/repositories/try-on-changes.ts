import 'server-only';
import type { Pool } from 'pg';
import type { Db } from '#lib/server/db.ts';

/** The channel on which every visible change of a try-on is told, as `id:version`. */
export const TRY_ON_CHANGED = 'try_on_changed';

/** Delivered when the transaction commits, and only then. */
export async function announceTryOnChange(tx: Db, id: string, version: number): Promise<void> {
  await tx.$executeRaw`SELECT pg_notify(${TRY_ON_CHANGED}, ${`${id}:${version}`})`;
}

/** For whoever may not have heard of a change: the versions as they are now, by id. */
export async function findVersions(pool: Pool, ids: string[]): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ id: string; version: number }>(
    'SELECT id, version FROM "TryOn" WHERE id = ANY($1)',
    [ids],
  );
  return new Map(rows.map(({ id, version }) => [id, version]));
}
