import 'server-only';
import type { Team } from '#lib/contracts/team.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { requireMember } from '#lib/server/auth/member.ts';
import { db } from '#lib/server/db.ts';
import { findTeam } from '#lib/server/repositories/team.ts';

/** @throws AppError not_found for somebody who does not belong to the shop */
export async function listTeam(actor: Actor, shop: string, now = new Date()): Promise<Team> {
  const { shop: own } = await requireMember(actor, shop);
  return findTeam(db(), own.id, now);
}
