import 'server-only';
import { z } from 'zod';
import {
  catalogProblem,
  fieldChange,
  type ImportItem,
  type ImportItemsQuery,
  type KindGroup,
  kindReasons,
} from '#lib/contracts/import.ts';
import { type StateBefore, stateBefore, storedItem } from '#lib/contracts/stored-import.ts';
import type { CatalogItem } from '#lib/domain/catalog-item.ts';
import type { GarmentCategory } from '#lib/domain/category.ts';
import {
  type ImportAction,
  type ImportOutcome,
  type SkipReason,
  skipReasons,
} from '#lib/domain/import-run.ts';
import type { Db } from '#lib/server/db.ts';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';

const itemSelect = {
  position: true,
  title: true,
  importKey: true,
  productType: true,
  lineFrom: true,
  lineTo: true,
  action: true,
  reason: true,
  category: true,
  categoryBecause: true,
  changes: true,
  problems: true,
  garmentId: true,
  outcome: true,
} satisfies Prisma.ImportItemSelect;

type ItemRow = Prisma.ImportItemGetPayload<{ select: typeof itemSelect }>;

const because = z.enum(kindReasons);

function toItem(row: ItemRow): ImportItem {
  const { lineFrom, lineTo, reason, category, categoryBecause, changes, problems, ...item } = row;
  return {
    ...item,
    lines: { from: lineFrom, to: lineTo },
    reason: z.enum(skipReasons).nullable().parse(reason),
    kind: categoryBecause === null ? null : { category, because: because.parse(categoryBecause) },
    changes: fieldChange.array().parse(changes),
    problems: catalogProblem.array().parse(problems),
  };
}

export type NewItem = Omit<Prisma.ImportItemCreateManyInput, 'runId' | 'item'> & {
  item: CatalogItem;
};

export async function addItems(tx: Db, runId: string, items: NewItem[]): Promise<void> {
  const data = items.map(({ item, ...rest }) => ({ ...rest, item: toJson(item), runId }));
  await tx.importItem.createMany({ data });
}

/** Those of these keys that the run has already read, with their lines. */
export async function findReadKeys(db: Db, runId: string, keys: string[]) {
  const rows = await db.importItem.findMany({
    where: { runId, importKey: { in: keys } },
    orderBy: { position: 'asc' },
    select: { importKey: true, lineFrom: true },
  });
  return new Map(rows.reverse().map(({ importKey, lineFrom }) => [importKey, lineFrom]));
}

export async function listItems(
  db: Db,
  runId: string,
  { after = -1, limit, ...filter }: ImportItemsQuery,
): Promise<ImportItem[]> {
  const rows = await db.importItem.findMany({
    where: { runId, position: { gt: after }, ...filter },
    orderBy: { position: 'asc' },
    take: limit,
    select: itemSelect,
  });
  return rows.map(toItem);
}

export async function findItem(db: Db, runId: string, position: number) {
  const row = await db.importItem.findUnique({
    where: { runId_position: { runId, position } },
    select: itemSelect,
  });
  return row && toItem(row);
}

/** A new garment, whatever has been said of it: not one of the shop's, and nothing wrong with it. */
const newGarments = {
  garmentId: null,
  categoryBecause: { not: null },
  action: { in: ['CREATE', 'SKIP'] },
} satisfies Prisma.ImportItemWhereInput;

export async function groupKinds(db: Db, runId: string): Promise<KindGroup[]> {
  const rows = await db.importItem.groupBy({
    by: ['productType', 'category', 'categoryBecause'],
    where: { runId, ...newGarments },
    _count: true,
    orderBy: [{ productType: 'asc' }, { _count: { position: 'desc' } }],
  });
  const groups = new Map<string, KindGroup>();
  for (const { productType, category, categoryBecause, _count } of rows) {
    const group = groups.get(productType) ?? { productType, garments: 0, kinds: [] };
    groups.set(productType, group);
    group.garments += _count;
    group.kinds.push({ category, because: because.parse(categoryBecause), garments: _count });
  }
  return [...groups.values()];
}

/** Says what new garments are. @returns how many that was. */
export async function setKinds(
  tx: Db,
  runId: string,
  of: { position: number } | { productType: string },
  category: GarmentCategory | null,
): Promise<number> {
  const { count } = await tx.importItem.updateMany({
    where: { runId, ...of, ...newGarments },
    data: { category, categoryBecause: 'chosen', action: 'CREATE', reason: null },
  });
  return count;
}

export async function countActions(db: Db, runId: string) {
  const rows = await db.importItem.groupBy({ by: ['action'], where: { runId }, _count: true });
  const of = (action: ImportAction) => rows.find((row) => row.action === action)?._count ?? 0;
  return {
    creates: of('CREATE'),
    updates: of('UPDATE'),
    skips: of('SKIP'),
    errors: of('ERROR'),
  };
}

/** New garments that go live as soon as a picture of them is here. */
export function countPublished(db: Db, runId: string): Promise<number> {
  return db.importItem.count({
    where: {
      runId,
      action: 'CREATE',
      AND: [
        { item: { path: ['status'], equals: 'ACTIVE' } },
        // The file names a picture at all.
        { item: { path: ['pictures', '0', 'url'], string_starts_with: 'http' } },
      ],
    },
  });
}

export function countUnchanged(db: Db, runId: string): Promise<number> {
  const unchanged: SkipReason = 'unchanged';
  return db.importItem.count({ where: { runId, action: 'SKIP', reason: unchanged } });
}

const workSelect = {
  position: true,
  action: true,
  item: true,
  category: true,
  garmentId: true,
  garmentVersion: true,
  before: true,
  versionAfter: true,
} satisfies Prisma.ImportItemSelect;

type WorkRow = Prisma.ImportItemGetPayload<{ select: typeof workSelect }>;

export type ItemToWork = Omit<WorkRow, 'item' | 'before'> & {
  item: CatalogItem;
  before: StateBefore | null;
};

const toWork = (row: WorkRow): ItemToWork => ({
  ...row,
  item: storedItem.parse(row.item),
  before: stateBefore.nullable().parse(row.before),
});

/** The next that wait for being applied, or for being undone. */
export async function nextItems(
  tx: Db,
  runId: string,
  outcome: 'PENDING' | 'APPLIED',
  limit: number,
): Promise<ItemToWork[]> {
  const rows = await tx.importItem.findMany({
    where: {
      runId,
      outcome,
      ...(outcome === 'PENDING' ? { action: { in: ['CREATE', 'UPDATE'] } } : {}),
    },
    orderBy: { position: 'asc' },
    take: limit,
    select: workSelect,
  });
  return rows.map(toWork);
}

/** One that was applied; it is held to the end of the transaction. */
export async function holdAppliedItem(
  tx: Db,
  runId: string,
  position: number,
): Promise<ItemToWork | null> {
  await tx.$queryRaw`
    SELECT 1 FROM "ImportItem" WHERE "runId" = ${runId} AND position = ${position} FOR UPDATE`;
  const row = await tx.importItem.findFirst({
    where: { runId, position, outcome: 'APPLIED' },
    select: workSelect,
  });
  return row && toWork(row);
}

export interface ItemDone {
  position: number;
  outcome: ImportOutcome;
  garmentId?: string;
  before?: StateBefore;
  versionAfter?: number;
}

/**
 * Notes what has become of them. Raw, because each gets values of its own, and a statement for each
 * would be most of the time that an import takes.
 */
export async function settleItems(tx: Db, runId: string, done: ItemDone[]): Promise<void> {
  if (done.length === 0) return;
  await tx.$executeRaw`
    UPDATE "ImportItem" i SET
      outcome = d.outcome::"ImportOutcome",
      "garmentId" = coalesce(d."garmentId", i."garmentId"),
      before = coalesce(d.before, i.before),
      "versionAfter" = coalesce(d."versionAfter", i."versionAfter")
    FROM jsonb_to_recordset(${JSON.stringify(done)}::jsonb)
      AS d(position int, outcome text, "garmentId" text, before jsonb, "versionAfter" int)
    WHERE i."runId" = ${runId} AND i.position = d.position`;
}

export async function noteVersion(
  tx: Db,
  runId: string,
  position: number,
  versionAfter: number,
): Promise<void> {
  await tx.importItem.updateMany({ where: { runId, position }, data: { versionAfter } });
}

export async function forgetItems(db: Db, runId: string): Promise<void> {
  await db.importItem.deleteMany({ where: { runId } });
}

/** Without the fields that are not there, which JSON does not know. */
const toJson = (item: CatalogItem) => JSON.parse(JSON.stringify(item)) as Prisma.InputJsonObject;
