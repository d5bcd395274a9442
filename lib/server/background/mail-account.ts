import 'server-only';
import { z } from 'zod';
import { mailAccountLink } from '#lib/server/use-cases/mail-account-link.ts';
import { mailAccountNotice } from '#lib/server/use-cases/mail-account-notice.ts';
import { defineTask } from './task.ts';

const once = { concurrency: 2, retries: 5, withinSeconds: 120 };

/** Each try draws a token of its own, so none is ever written into the queue. */
export const mailAccountLinkTask = defineTask({
  name: 'mail-account-link',
  data: z.strictObject({ tokenId: z.string() }),
  ...once,
  run: ({ tokenId }) => mailAccountLink(tokenId),
});

/** With the address, not the person's id: it is to reach who had it when the change was made. */
export const mailAccountNoticeTask = defineTask({
  name: 'mail-account-notice',
  data: z.strictObject({ about: z.literal(['password', 'email']), to: z.string() }),
  // The address stands in it, so it goes when the mail has.
  keptSeconds: 3_600,
  ...once,
  run: ({ about, to }) => mailAccountNotice(about, to),
});
