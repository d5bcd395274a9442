import 'server-only';
import { type Settings, settingChanges } from '#lib/domain/settings.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { recordAudit } from '#lib/server/repositories/audit.ts';
import { findSettings, lockSettings, writeSettings } from '#lib/server/repositories/settings.ts';
import { forgetSettings } from '#lib/server/settings.ts';

/** Sets all settings; a few seconds later every process goes by them. @throws AppError forbidden */
export async function changeSettings(actor: Actor, settings: Settings): Promise<void> {
  assertAdmin(actor);
  await db().$transaction(async (tx) => {
    await lockSettings(tx);
    const detail = settingChanges(await findSettings(tx), settings);
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
