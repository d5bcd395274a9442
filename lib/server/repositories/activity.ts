import 'server-only';
import { z } from 'zod';
import type { ActivityItem } from '#lib/contracts/activity.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

/** As `detail` is told; what cannot be read is left out. */
const told = z.record(z.string(), z.union([z.string(), z.number()])).catch({});

export const entrySelect = {
  id: true,
  at: true,
  actorId: true,
  action: true,
  subjectType: true,
  subjectId: true,
  detail: true,
} satisfies Prisma.AuditEntrySelect;

type EntryRow = Prisma.AuditEntryGetPayload<{ select: typeof entrySelect }>;

/** What a shop's people did, the latest first, with the names of whom and what it is about. */
export async function listShopActivity(
  db: Db,
  shopId: string,
  { before, limit }: { before: bigint | null; limit: number },
): Promise<ActivityItem[]> {
  const rows = await db.auditEntry.findMany({
    where: { shopId, ...(before === null ? {} : { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: limit,
    select: entrySelect,
  });
  const items = await withNames(db, rows);
  const admins = await db.user.findMany({
    where: { id: { in: rows.map(({ actorId }) => actorId) }, role: 'ADMIN' },
    select: { id: true },
  });
  const ids = new Set(admins.map(({ id }) => id));
  // Who runs the service is nobody to a shop but the service.
  return items.map((item, place) =>
    ids.has(rows[place]?.actorId ?? '') ? { ...item, actor: 'Fitting Room' } : item,
  );
}

/** Entries with the names of whom and what they are about, where those are still there. */
export async function withNames(db: Db, rows: readonly EntryRow[]): Promise<ActivityItem[]> {
  const subjects = (type: string) =>
    rows.filter((row) => row.subjectType === type).map(({ subjectId }) => subjectId);
  const [people, garments, imports, shops] = await Promise.all([
    db.user.findMany({
      where: {
        id: {
          in: [...rows.map(({ actorId }) => actorId), ...subjects('member'), ...subjects('person')],
        },
      },
      select: { id: true, name: true, email: true },
    }),
    db.garment.findMany({
      where: { id: { in: subjects('garment') } },
      select: { id: true, title: true, colour: true },
    }),
    db.importRun.findMany({
      where: { id: { in: subjects('import') } },
      select: { id: true, fileName: true },
    }),
    db.shop.findMany({ where: { id: { in: subjects('shop') } }, select: { id: true, name: true } }),
  ]);
  const names = new Map([
    ...shops.map(({ id, name }) => [id, name] as const),
    ...imports.map(({ id, fileName }) => [id, fileName] as const),
    ...people.map(({ id, name, email }) => [id, name ?? email] as const),
    ...garments.map(
      ({ id, title, colour }) => [id, [title, colour].filter(Boolean).join(', ')] as const,
    ),
  ]);
  return rows.map((row) => ({
    id: String(row.id),
    at: row.at.toISOString(),
    actor: names.get(row.actorId) ?? null,
    action: row.action,
    subject: {
      type: row.subjectType,
      id: row.subjectId,
      name: names.get(row.subjectId) ?? null,
    },
    detail: told.parse(row.detail ?? {}),
  }));
}
