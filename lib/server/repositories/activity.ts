import 'server-only';
import { z } from 'zod';
import type { ActivityItem } from '#lib/contracts/activity.ts';
import type { Db } from '#lib/server/db.ts';

const told = z.record(z.string(), z.union([z.string(), z.number()])).catch({});

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
    select: {
      id: true,
      at: true,
      actorId: true,
      action: true,
      subjectType: true,
      subjectId: true,
      detail: true,
    },
  });
  const subjects = (type: string) =>
    rows.filter((row) => row.subjectType === type).map(({ subjectId }) => subjectId);
  const [people, garments, imports] = await Promise.all([
    db.user.findMany({
      where: { id: { in: [...rows.map(({ actorId }) => actorId), ...subjects('member')] } },
      select: { id: true, name: true, email: true },
    }),
    db.garment.findMany({
      where: { id: { in: subjects('garment') }, shopId },
      select: { id: true, title: true, colour: true },
    }),
    db.importRun.findMany({
      where: { id: { in: subjects('import') }, shopId },
      select: { id: true, fileName: true },
    }),
  ]);
  const names = new Map([
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
