import 'server-only';
import type { PersonView } from '#lib/contracts/people.ts';
import { allowanceFor } from '#lib/domain/allowance.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { AppError } from '#lib/server/http/app-error.ts';
import { findPerson } from '#lib/server/repositories/people.ts';
import { currentSettings } from '#lib/server/settings.ts';

/** @throws AppError forbidden, not_found */
export async function getPerson(actor: Actor, id: string): Promise<PersonView> {
  assertAdmin(actor);
  const [person, { dailyTryOns }] = await Promise.all([findPerson(db(), id), currentSettings()]);
  if (!person) throw new AppError('not_found');
  return { ...person, usualDailyTryOns: allowanceFor(person, dailyTryOns) };
}
