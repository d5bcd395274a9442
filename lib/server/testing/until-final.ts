import { isFinal } from '#lib/domain/try-on.ts';
import { db } from '#lib/server/db.ts';
import { advanceTryOn } from '#lib/server/use-cases/advance-try-on.ts';

/** Makes the row due now, as if its waiting time were over. */
export async function makeDue(id: string): Promise<void> {
  await db().tryOn.updateMany({
    where: { id, nextActionAt: { not: null } },
    data: { nextActionAt: new Date(0) },
  });
}

/** Rings `advanceTryOn` until the try-on is final, without waiting for its times. */
export async function advanceUntilFinal(id: string, mostTurns = 30) {
  for (let turn = 0; turn < mostTurns; turn += 1) {
    await makeDue(id);
    await advanceTryOn(id);
    const row = await db().tryOn.findUniqueOrThrow({ where: { id } });
    if (isFinal(row.state)) return row;
  }
  throw new Error(`The try-on was not final after ${mostTurns} turns.`);
}
