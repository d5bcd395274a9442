import 'server-only';
import { z } from 'zod';
import { mailCapNotice } from '#lib/server/use-cases/mail-cap-notice.ts';
import { defineTask } from './task.ts';

/** One mail to one owner, so that a mail that cannot be delivered repeats no other. */
export const mailCapNoticeTask = defineTask({
  name: 'mail-cap-notice',
  data: z.strictObject({
    shopId: z.string(),
    userId: z.string(),
    month: z.string(),
    percent: z.literal([80, 100]),
    used: z.int(),
  }),
  concurrency: 1,
  retries: 5,
  withinSeconds: 120,
  run: (notice) => mailCapNotice(notice),
});
