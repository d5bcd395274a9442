import 'server-only';
import type { WaitingReason } from '#lib/domain/try-on.ts';
import type { Db } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';
import { TRY_ON_CHANGED } from './try-on-changes.ts';

/**
 * Tells everybody who waits in the queue why nothing is sent just now, or, with null, that it goes on:
 * then what had been put off is due at once. One statement and one event a row, however long it takes.
 */
export async function tellQueue(tx: Db, reason: WaitingReason | null, now: Date): Promise<void> {
  const detail = reason
    ? Prisma.sql`jsonb_build_object('waiting', ${reason}::text)`
    : Prisma.sql`NULL`;
  const due = reason ? Prisma.empty : Prisma.sql`, "nextActionAt" = least("nextActionAt", ${now})`;
  // What somebody holds is left alone: its version is theirs.
  await tx.$executeRaw`
    WITH told AS (
      UPDATE "TryOn" SET "waitingReason" = ${reason}, version = version + 1 ${due}
      WHERE state = 'queued' AND "waitingReason" IS DISTINCT FROM ${reason}
        AND ("leaseUntil" IS NULL OR "leaseUntil" <= ${now})
      RETURNING id, version
    ), noted AS (
      INSERT INTO "TryOnEvent" ("tryOnId", version, kind, state, detail)
      SELECT id, version, 'note', 'queued', ${detail} FROM told
    )
    SELECT pg_notify(${TRY_ON_CHANGED}, id || ':' || version) FROM told`;
}
