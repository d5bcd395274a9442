import 'server-only';
import { isDeepStrictEqual } from 'node:util';
import type { AlertSettingsBody } from '#lib/contracts/alerts.ts';
import { alertRules } from '#lib/domain/alerts.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import {
  holdAlertSettings,
  putAlertSettings,
} from '#lib/server/repositories/ops-alert-settings.ts';
import { transact } from '#lib/server/transact.ts';

/** @throws AppError forbidden; conflict when somebody else has changed them since they were read. */
export async function setAlertSettings(actor: Actor, wanted: AlertSettingsBody): Promise<void> {
  assertAdmin(actor);
  await transact(async (tx) => {
    const before = await holdAlertSettings(tx);
    if (before.version !== wanted.version) {
      throw new AppError(
        'conflict',
        'Somebody else has changed the alerts meanwhile. Load the page anew to see how they stand.',
      );
    }
    const changed = changesOf(before, wanted);
    if (changed.length === 0) return;
    await putAlertSettings(tx, { ...wanted, version: before.version + 1 });
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'alerts.changed',
      subjectType: 'setting',
      subjectId: 'alerts',
      // Which, and never whose address.
      detail: { changed: changed.join(' ') },
    });
  });
}

function changesOf(before: AlertSettingsBody, after: AlertSettingsBody): string[] {
  const parts = ['leastTryOns', 'repeatHours', 'quiet', 'recipients', 'webhook'] as const;
  return [
    ...alertRules.filter((rule) => !isDeepStrictEqual(before.rules[rule], after.rules[rule])),
    ...parts.filter((part) => !isDeepStrictEqual(before[part], after[part])),
  ];
}
