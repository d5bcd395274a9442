import 'server-only';
import { bulkRetryTask } from '#lib/server/bulk-retries/bulk-retry-task.ts';
import { importTasks } from '#lib/server/imports/import-tasks.ts';
import { alertTasks } from '#lib/server/operations/alert-tasks.ts';
import { feedRenderRunTask } from '#lib/server/rendering/feed-task.ts';
import { followTextRuleTask } from './follow-text-rule.ts';
import { lookAtPicturesTask } from './look-at-pictures.ts';
import { mailAccountLinkTask, mailAccountNoticeTask } from './mail-account.ts';
import { mailCapNoticeTask } from './mail-cap-notice.ts';
import type { TaskToRun } from './task.ts';

/** All kinds of background work; every worker runs all of them. */
export const tasks: readonly TaskToRun[] = [
  ...importTasks,
  lookAtPicturesTask,
  feedRenderRunTask,
  bulkRetryTask,
  mailCapNoticeTask,
  mailAccountLinkTask,
  mailAccountNoticeTask,
  ...alertTasks,
  followTextRuleTask,
];
