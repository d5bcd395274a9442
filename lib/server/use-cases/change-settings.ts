import 'server-only';
import type { ChangeSettingsBody } from '#lib/contracts/settings.ts';
import { settingChanges } from '#lib/domain/settings.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { findSettings, lockSettings, writeSettings } from '#lib/server/repositories/settings.ts';
import { forgetSettings } from '#lib/server/settings.ts';
import { transact } from '#lib/server/transact.ts';

/**
 * Sets all settings; a few seconds later every process goes by them.
 *
 * @throws AppError forbidden; conflict when they are no longer those that the writer has seen
 */
export async function changeSettings(
  actor: Actor,
  { settings, instead }: ChangeSettingsBody,
): Promise<void> {
  assertAdmin(actor);
  await transact(async (tx) => {
    await lockSettings(tx);
    const before = await findSettings(tx);
    if (Object.keys(settingChanges(instead, before)).length > 0) {
      throw new AppError(
        'conflict',
        'Somebody has changed the settings since you opened them. Load the page again to see them.',
      );
    }
    const detail = settingChanges(before, settings);
    if (Object.keys(detail).length === 0) return;
    await writeSettings(tx, settings);
    await recordAudit(tx, {
      actorId: actor.userId,
      action: 'settings.changed',
      subjectType: 'setting',
      subjectId: 'try-ons',
      detail,
    });
  });
  forgetSettings();
}
