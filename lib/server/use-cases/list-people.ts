import 'server-only';
import type { PeopleList, PeopleQuery } from '#lib/contracts/people.ts';
import { type Actor, assertAdmin } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { listPeople as list } from '#lib/server/repositories/people.ts';
import { pageOf } from './page-of.ts';

/** @throws AppError forbidden */
export async function listPeople(actor: Actor, query: PeopleQuery): Promise<PeopleList> {
  assertAdmin(actor);
  return pageOf(await list(db(), { ...query, limit: query.limit + 1 }), query.limit);
}
