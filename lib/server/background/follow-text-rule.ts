import 'server-only';
import { z } from 'zod';
import { db } from '#lib/server/db.ts';
import { followTextRule } from '#lib/server/follow-text-rule.ts';
import { enqueue } from './enqueue.ts';
import { defineTask, type Task } from './task.ts';

const data = z.strictObject({ ruleId: z.uuid(), after: z.string() });

/** Has all cases follow a rule that was made or retired, batch after batch. */
export const followTextRuleTask: Task<z.infer<typeof data>> = defineTask({
  name: 'follow-text-rule',
  data,
  concurrency: 1,
  retries: 5,
  withinSeconds: 120,
  run: async ({ ruleId, after }) => {
    const { next } = await followTextRule(ruleId, after);
    if (next !== null) await enqueue(db(), followTextRuleTask, { ruleId, after: next });
  },
});
