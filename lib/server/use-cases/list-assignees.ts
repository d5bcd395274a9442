import 'server-only';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { listAdmins } from '#lib/server/repositories/case-decisions.ts';

/** Who can be given a case, and who of them is asking. @throws AppError forbidden */
export async function listAssignees(actor: Actor) {
  assertAdmin(actor);
  return { me: actor.userId, admins: await listAdmins(db()) };
}
