import 'server-only';
import { z } from 'zod';
import { enqueue } from '#lib/server/background/enqueue.ts';
import { defineTask, type Task } from '#lib/server/background/task.ts';
import { db } from '#lib/server/db.ts';
import { changeRenderRun, lockRenderRun } from '#lib/server/repositories/render-runs.ts';
import { feedRun } from './feed-run.ts';

const data = z.strictObject({ runId: z.uuid(), round: z.int().min(0) });
type Round = z.infer<typeof data>;

/** Keeps a run of pictures on house models going; each round asks for the next. */
export const feedRenderRunTask: Task<Round> = defineTask({
  name: 'render-feed',
  data,
  concurrency: 2,
  retries: 8,
  withinSeconds: 60,
  // Its rounds come due one second after each other.
  lookSeconds: 1,
  run: (round) =>
    feedRun(round, (tx, next, after) => enqueue(tx, feedRenderRunTask, next, { after })),
  // Nothing of it is lost: somebody lets it go on.
  giveUp: ({ runId, round }) =>
    db().$transaction(async (tx) => {
      const run = await lockRenderRun(tx, runId);
      if (run?.state !== 'running' || run.round !== round) return;
      await changeRenderRun(tx, runId, { state: 'paused', pausedBy: 'trouble' });
    }),
});
