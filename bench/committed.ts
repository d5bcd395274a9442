import pg from 'pg';
import { TRY_ON_CHANGED } from '#lib/server/repositories/try-on-changes.ts';
import type { Life } from '../scripts/command.ts';

/** What the database knows of a try-on, and when its changes were committed. */
export interface Course {
  requestId: string;
  /** When its submit was begun to be worked on. */
  begunAt: number;
  /** When each state that was reached was committed. */
  committedAt: (state: string) => number;
}

/** Hears of every visible change as the server's own processes do: as soon as it is committed. */
export async function hearCommits(databaseUrl: string, life: Life) {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  life.cleanUp(() => client.end());
  const heard = new Map<string, number>();
  client.on('notification', ({ payload = '' }) => heard.set(payload, Date.now()));
  await client.query(`LISTEN ${TRY_ON_CHANGED}`);

  return {
    async courseOf(id: string): Promise<Course> {
      const { rows } = await client.query<{
        requestId: string;
        begunAt: number;
        versions: Record<string, number>;
      }>(
        // Columns without a time zone hold UTC.
        `SELECT "requestId", extract(epoch FROM "createdAt") * 1000 AS "begunAt",
           (SELECT jsonb_object_agg(state, version) FROM "TryOnEvent"
            WHERE "tryOnId" = "TryOn".id AND kind = state::text) AS versions
         FROM "TryOn" WHERE id = $1`,
        [id],
      );
      const [row] = rows;
      if (!row) throw new Error(`There is no try-on ${id}.`);
      const { requestId, begunAt, versions } = row;
      const committedAt = (state: string) => heard.get(`${id}:${versions[state]}`) ?? Number.NaN;
      return { requestId, begunAt: Number(begunAt), committedAt };
    },
  };
}
