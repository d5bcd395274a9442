import 'server-only';
import { type BodyMeasures, readMeasures } from '#lib/domain/body-measures.ts';
import type { Db } from '#lib/server/db.ts';
import { Prisma } from '#lib/server/generated/prisma/client.ts';

/** Null when nothing is kept, and for a guest: a guest's stay on the device. */
export async function findMeasurements(db: Db, userId: string): Promise<BodyMeasures | null> {
  const row = await db.user.findFirst({
    where: { id: userId, isGuest: false },
    select: { measurements: true },
  });
  return readMeasures(row?.measurements);
}

/** Replaces what was kept; null forgets it. False for a guest, and for an account that was closed. */
export async function keepMeasurements(
  db: Db,
  userId: string,
  measurements: BodyMeasures | null,
): Promise<boolean> {
  const { count } = await db.user.updateMany({
    where: { id: userId, isGuest: false, closedAt: null },
    data: { measurements: measurements ? { ...measurements } : Prisma.DbNull },
  });
  return count === 1;
}
