import 'server-only';
import type { AuditEntryView } from '#lib/contracts/audit.ts';
import type { AuditQuery } from '#lib/domain/audit-query.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { entrySelect, withNames } from './activity.ts';

const DAY_MS = 86_400_000;

/** Entries that are asked for, the latest first, with names where those are still there. */
export async function listAuditEntries(
  db: Db,
  query: AuditQuery,
  { before, limit }: { before: bigint | null; limit: number },
): Promise<AuditEntryView[]> {
  const where = await entryWhere(db, query);
  const rows = await db.auditEntry.findMany({
    where: before === null ? where : { AND: [where, { id: { lt: before } }] },
    orderBy: { id: 'desc' },
    take: limit,
    select: { ...entrySelect, shopId: true },
  });
  const named = await withNames(db, rows);
  return named.flatMap((entry, index) => {
    const row = rows[index];
    return row ? [{ ...entry, actorId: row.actorId, shopId: row.shopId }] : [];
  });
}

async function entryWhere(db: Db, query: AuditQuery): Promise<Prisma.AuditEntryWhereInput> {
  const { actor, action, type, id, shop, from, to } = query;
  return {
    AND: [
      actor ? { actorId: await actorIdOf(db, actor) } : {},
      action ? { OR: [{ action }, { action: { startsWith: `${escapeLike(action)}.` } }] } : {},
      type ? { subjectType: type } : {},
      id ? { OR: idMatches(id) } : {},
      shop ? { shopId: await shopIdOf(db, shop) } : {},
      from ? { at: { gte: new Date(from) } } : {},
      to ? { at: { lt: new Date(Date.parse(to) + DAY_MS) } } : {},
    ],
  };
}

function idMatches(id: string): Prisma.AuditEntryWhereInput[] {
  const number = /^\d{1,18}$/u.test(id) ? [{ id: BigInt(id) }] : [];
  return [...number, { subjectId: id }, { actorId: id }];
}

/** Entries outlive people, so an id is asked for as it is. */
async function actorIdOf(db: Db, actor: string): Promise<string> {
  if (!actor.includes('@')) return actor;
  const user = await db.user.findUnique({
    where: { email: actor.toLowerCase() },
    select: { id: true },
  });
  return user?.id ?? actor;
}

async function shopIdOf(db: Db, slug: string): Promise<string> {
  const shop = await db.shop.findUnique({ where: { slug }, select: { id: true } });
  return shop?.id ?? slug;
}

/** Prisma hands `startsWith` to LIKE as it is. */
const escapeLike = (words: string) => words.replace(/[\\%_]/gu, '\\$&');
