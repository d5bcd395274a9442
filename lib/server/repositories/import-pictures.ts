import 'server-only';
import type { ImportPicture } from '#lib/contracts/import.ts';
import type { Db } from '#lib/server/db.ts';

export interface WaitingPicture {
  position: number;
  /** Among the item's, as its file has them. */
  place: number;
  garmentId: string;
  url: string;
}

export async function addWaitingPictures(
  tx: Db,
  runId: string,
  pictures: WaitingPicture[],
): Promise<void> {
  await tx.importPicture.createMany({ data: pictures.map((one) => ({ ...one, runId })) });
}

/** Positions of the next garments that wait for pictures. */
export async function nextPictured(db: Db, runId: string, limit: number): Promise<number[]> {
  const rows = await db.importPicture.findMany({
    where: { runId, state: 'WAITING' },
    distinct: ['position'],
    orderBy: { position: 'asc' },
    take: limit,
    select: { position: true },
  });
  return rows.map(({ position }) => position);
}

export function listWaitingPictures(
  db: Db,
  runId: string,
  position: number,
): Promise<WaitingPicture[]> {
  return db.importPicture.findMany({
    where: { runId, position, state: 'WAITING' },
    orderBy: { place: 'asc' },
    select: { position: true, place: true, garmentId: true, url: true },
  });
}

/** @returns false when it does not wait any more. */
export async function settlePicture(
  tx: Db,
  runId: string,
  { position, place }: Pick<WaitingPicture, 'position' | 'place'>,
  reason: string | null,
): Promise<boolean> {
  const { count } = await tx.importPicture.updateMany({
    where: { runId, position, place, state: 'WAITING' },
    data: { state: reason === null ? 'STORED' : 'FAILED', reason },
  });
  return count === 1;
}

/** Those that failed wait once more. @returns how many that is. */
export async function retryPictures(tx: Db, runId: string): Promise<number> {
  const { count } = await tx.importPicture.updateMany({
    where: { runId, state: 'FAILED' },
    data: { state: 'WAITING', reason: null },
  });
  return count;
}

export async function listFailedPictures(
  db: Db,
  runId: string,
  limit: number,
): Promise<ImportPicture[]> {
  const rows = await db.importPicture.findMany({
    where: { runId, state: 'FAILED' },
    orderBy: [{ position: 'asc' }, { place: 'asc' }],
    take: limit,
    select: { position: true, place: true, garmentId: true, url: true, reason: true },
  });
  const titles = await db.importItem.findMany({
    where: { runId, position: { in: rows.map(({ position }) => position) } },
    select: { position: true, title: true },
  });
  const titleOf = new Map(titles.map(({ position, title }) => [position, title]));
  return rows.map(({ garmentId, reason, ...row }) => ({
    ...row,
    garment: { id: garmentId, title: titleOf.get(row.position) ?? '' },
    reason: reason ?? '',
  }));
}
