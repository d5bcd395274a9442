import 'server-only';
import type { Db } from '#lib/server/db.ts';

/**
 * Takes the turn at work that all processes together do once in so long. Whoever asks first has it; a
 * process that dies over it leaves it to the next turn.
 *
 * Raw SQL: Prisma cannot update a row only where it is old enough, and say whether it did.
 */
export async function takeTurn(db: Db, work: string, everyMs: number, now: Date): Promise<boolean> {
  const taken = await db.$executeRaw`
    INSERT INTO "Setting" (key, value, "updatedAt") VALUES (${`turn.${work}`}, '{}', ${now})
    ON CONFLICT (key) DO UPDATE SET "updatedAt" = excluded."updatedAt"
    WHERE "Setting"."updatedAt" <= ${new Date(now.getTime() - everyMs)}`;
  return taken === 1;
}
