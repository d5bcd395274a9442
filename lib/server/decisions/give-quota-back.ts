import 'server-only';
import { AppError } from '#lib/server/http/app-error.ts';
import { releaseCharged, takeReleaseBack } from '#lib/server/repositories/usage.ts';
import type { Decision } from './decision.ts';

export const giveQuotaBack: Decision<'give_quota_back'> = {
  async decide({ tx, of }) {
    if (!(await releaseCharged(tx, of.tryOnId))) {
      throw new AppError(
        'conflict',
        'This try-on does not count, so there is nothing to give back.',
      );
    }
    return {};
  },
  async undo({ tx, of }) {
    await takeReleaseBack(tx, of.tryOnId);
  },
};
