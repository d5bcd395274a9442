import 'server-only';
import type { SavedViews } from '#lib/contracts/review.ts';
import type { Db } from '#lib/server/db.ts';

const viewSelect = { id: true, name: true, query: true } as const;

export async function listViews(db: Db, userId: string): Promise<SavedViews> {
  const items = await db.savedView.findMany({
    where: { userId },
    orderBy: { name: 'asc' },
    select: viewSelect,
  });
  return { items };
}

/** How many a person has, and whether one of them is called so. Whoever holds her row knows that it stays so. */
export async function countViews(tx: Db, userId: string, name: string) {
  const names = await tx.savedView.findMany({
    where: { userId },
    select: { id: true, name: true },
  });
  return { count: names.length, named: names.find((view) => view.name === name)?.id ?? null };
}

export async function addView(
  tx: Db,
  view: { userId: string; name: string; query: string },
): Promise<string> {
  return (await tx.savedView.create({ data: view, select: { id: true } })).id;
}

/** Whether there was one of this person's. */
export async function setViewName(tx: Db, userId: string, id: string, name: string) {
  return (await tx.savedView.updateMany({ where: { id, userId }, data: { name } })).count > 0;
}

/** Whether there was one of this person's. */
export async function removeView(tx: Db, userId: string, id: string) {
  return (await tx.savedView.deleteMany({ where: { id, userId } })).count > 0;
}
