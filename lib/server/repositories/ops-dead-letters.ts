import 'server-only';
import type { Db } from '#lib/server/db.ts';

/**
 * Background tasks that have failed for good since then, by their names; the most first. pg-boss has
 * counts of what lies in a queue, but dead letters are taken out of theirs once that they were told of.
 */
export async function countDeadLetters(
  db: Db,
  since: Date,
): Promise<{ task: string; count: number }[]> {
  const [{ there } = { there: false }] = await db.$queryRaw<{ there: boolean }[]>`
    SELECT to_regclass('pgboss.job') IS NOT NULL AS there`;
  // pg-boss makes its tables when somebody first asks for background work.
  if (!there) return [];
  return db.$queryRaw<{ task: string; count: number }[]>`
    SELECT left(name, -length('.dead')) AS task, count(*)::int AS count
    FROM pgboss.job
    WHERE name IN (SELECT name FROM pgboss.queue WHERE name LIKE '%.dead')
      AND created_on >= (${since}::timestamp AT TIME ZONE 'UTC')
    GROUP BY name ORDER BY 2 DESC, 1`;
}
