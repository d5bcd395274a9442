import 'server-only';
import { z } from 'zod';
import { alertRules } from '#lib/domain/alerts.ts';
import type { TaskToRun } from '#lib/server/background/task.ts';
import { defineTask } from '#lib/server/background/task.ts';
import { mailAlert } from '#lib/server/use-cases/mail-alert.ts';
import { postAlert } from '#lib/server/use-cases/post-alert.ts';

const message = {
  rule: z.enum(alertRules),
  state: z.enum(['firing', 'resolved']),
  since: z.iso.datetime(),
  value: z.number().nullable(),
  threshold: z.number(),
};

/** One mail to one recipient, so that a mail that cannot be delivered repeats no other. */
export const mailAlertTask = defineTask({
  name: 'mail-alert',
  data: z.strictObject({ to: z.string(), ...message }),
  concurrency: 1,
  retries: 5,
  withinSeconds: 120,
  run: ({ to, ...alert }) => mailAlert(to, alert),
});

export const postAlertTask = defineTask({
  name: 'post-alert',
  data: z.strictObject(message),
  concurrency: 1,
  retries: 5,
  withinSeconds: 60,
  run: (alert) => postAlert(alert),
});

export const alertTasks: readonly TaskToRun[] = [mailAlertTask, postAlertTask];
