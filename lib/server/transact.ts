import 'server-only';
import { type Db, db } from './db.ts';
import { Prisma } from './generated/prisma/client.ts';
import { log } from './log.ts';

type Options = { maxWait?: number; timeout?: number };

export const DEADLOCK = 'a transaction met another and is begun again';

/** Two who wait for each other hardly meet a second time; more often it is not a matter of luck. */
const ATTEMPTS = 3;

/**
 * A use case's transaction. When PostgreSQL breaks it off, because two waited for each other, nothing of it has
 * happened, and it is done anew.
 *
 * @param work may run several times: all that it changes is in the database.
 */
export async function transact<T>(work: (tx: Db) => Promise<T>, options?: Options): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db().$transaction(work, options);
    } catch (error) {
      if (attempt === ATTEMPTS || !isDeadlock(error)) throw error;
      log.warn({ attempt }, DEADLOCK);
    }
  }
}

/** As Prisma tells it of its own statements, and of those that were written by hand. */
function isDeadlock(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  const { code, meta } = error;
  return code === 'P2034' || (code === 'P2010' && causeOf(meta) === 'TransactionWriteConflict');
}

function causeOf(meta: Record<string, unknown> | undefined): unknown {
  const failed = meta?.driverAdapterError;
  return failed instanceof Error && failed.cause instanceof Object && 'kind' in failed.cause
    ? failed.cause.kind
    : undefined;
}
