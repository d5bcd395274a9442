import 'server-only';
import { AppError } from '#lib/server/http/app-error.ts';
import { isAdmin } from '#lib/server/repositories/case-decisions.ts';
import type { Decision } from './decision.ts';

export const assignCase: Decision<'assign'> = {
  async decide({ tx }, { assigneeId }) {
    if (assigneeId && !(await isAdmin(tx, assigneeId))) {
      throw new AppError('conflict', 'Only somebody who may review can be given a case.');
    }
    return { change: { assigneeId } };
  },
};
