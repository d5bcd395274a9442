import 'server-only';
import { z } from 'zod';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { defineTask, type Task } from '#lib/server/background/task.ts';
import { db } from '#lib/server/db.ts';
import { changeBulk, lockBulk } from '#lib/server/repositories/bulk-retries.ts';
import { type Round, retryNext } from './retry-next.ts';

const data = z.strictObject({ bulkId: z.uuid(), round: z.int().min(0) });

/** Keeps a bulk retry going; each round asks for the next. */
export const bulkRetryTask: Task<Round> = defineTask({
  name: 'bulk-retry',
  data,
  concurrency: 2,
  retries: 8,
  withinSeconds: 60,
  // At its fastest pace a round comes due after one and a half.
  lookSeconds: 1,
  run: (round) =>
    retryNext(round, (tx, next, after) => enqueue(tx, bulkRetryTask, next, { after })),
  // What was asked for goes on; the rest can be started anew.
  giveUp: ({ bulkId, round }) =>
    db().$transaction(async (tx) => {
      const bulk = await lockBulk(tx, bulkId);
      if (bulk?.state !== 'running' || bulk.round !== round) return;
      await changeBulk(tx, bulkId, { state: 'stopped', endedAt: new Date() });
    }),
});
