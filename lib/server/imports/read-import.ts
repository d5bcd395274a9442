import 'server-only';
import type { CatalogItem, CatalogProblem } from '#lib/domain/catalog-item.ts';
import {
  type FileFormat,
  inferred,
  type PlanContext,
  planGarment,
} from '#lib/domain/garment-plan.ts';
import type { CatalogEntry } from '#lib/server/catalog-files/opened-file.ts';
import { type Db, db } from '#lib/server/db.ts';
import { findByFileKeys, type KnownGarment } from '#lib/server/repositories/catalog-garments.ts';
import { addItems, findReadKeys, type NewItem } from '#lib/server/repositories/import-items.ts';
import {
  failRun,
  findRunToWork,
  listMappings,
  lockRun,
  moveRun,
  noteProgress,
  type RunToWork,
} from '#lib/server/repositories/import-runs.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { type CatalogFiles, CatalogUnreadable, type OpenFile } from './catalog-files.ts';
import { describeChanges } from './describe-changes.ts';
import { BATCH_TRANSACTION } from './slice.ts';

const BATCH = 200;

interface ReadTools {
  files: CatalogFiles;
  /** Asked between two batches: whether the rest is the next task's. */
  isOver: () => boolean;
  /** Asks for the next task, in the transaction that keeps how far this one came. */
  handOver: (tx: Db) => Promise<void>;
}

/**
 * Reads a run's file into its preview, from where an earlier task stopped. Nothing of the shop is
 * changed. May be called at any time and more than once: a batch counts only if it begins where the
 * run says that it is.
 */
export async function readImport(runId: string, tools: ReadTools): Promise<void> {
  const run = await findRunToWork(db(), runId);
  if (!run) return;
  try {
    const known = run.state === 'uploaded' ? await recognise(run, tools.files) : run;
    if (known?.state === 'reading') await readItems(known, tools);
  } catch (error) {
    if (!(error instanceof CatalogUnreadable)) throw error;
    await failRun(db(), runId, error.message);
  }
}

/** @returns the run that is read now, or null when somebody has to say first what the columns mean. */
async function recognise(run: RunToWork, files: CatalogFiles): Promise<RunToWork | null> {
  const file = await openFile(run);
  const found = await files.recognise(file, run.shop.currency);
  switch (found.kind) {
    case 'unreadable':
      throw new CatalogUnreadable(found.sentence);
    case 'own': {
      const { format, columns: sample } = found;
      const headers = new Set(sample.map(({ header }) => header));
      const earlier = (await listMappings(db(), run.shopId)).find((mapping) =>
        Object.keys(mapping).every((header) => headers.has(header)),
      );
      const mapping = earlier ?? found.mapping;
      await moveRun(db(), run.id, 'needs_mapping', { format, sample, mapping });
      return null;
    }
    case 'known':
      await moveRun(db(), run.id, 'reading', { format: found.format });
      return findRunToWork(db(), run.id);
  }
}

async function openFile({ storageKey, fileName }: RunToWork): Promise<OpenFile> {
  const stored = storageKey ? await storage().get(storageKey) : null;
  if (!stored) throw new CatalogUnreadable('The file is no longer here. Upload it once more.');
  return { name: fileName, body: stored.body };
}

async function readItems(run: RunToWork, { files, isOver, handOver }: ReadTools): Promise<void> {
  const { name, body } = await openFile(run);
  let bytesRead = 0;
  const counting = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytesRead += chunk.byteLength;
      controller.enqueue(chunk);
    },
  });
  const entries = files.read(
    { name, body: body.pipeThrough(counting) },
    { format: run.format, mapping: run.mapping, currency: run.shop.currency },
  );
  const reading = { run, format: files.formatOf(run) };
  let position = 0;
  let batch: CatalogEntry[] = [];
  for await (const entry of entries) {
    position += 1;
    // An earlier task has read it. To come here again costs reading, and nothing else.
    if (position <= run.itemsRead) continue;
    batch.push(entry);
    if (batch.length < BATCH) continue;
    const from = position - batch.length;
    const over = isOver();
    const kept = await keepBatch(reading, from, batch, bytesRead, over ? handOver : null);
    if (!kept || over) return;
    batch = [];
  }
  const kept = await keepBatch(reading, position - batch.length, batch, run.fileBytes, null);
  if (!kept) return;
  if (position === 0) throw new CatalogUnreadable('There is no garment in this file.');
  await moveRun(db(), run.id, 'ready', { readAt: new Date() });
}

/** @returns false when somebody else goes on with the run, or nobody does any more. */
async function keepBatch(
  { run, format }: { run: RunToWork; format: FileFormat },
  from: number,
  batch: CatalogEntry[],
  bytesRead: number,
  handOver: ((tx: Db) => Promise<void>) | null,
): Promise<boolean> {
  const keys = batch.flatMap((entry) => (entry.kind === 'item' ? entry.item.importKey : []));
  const garments = await findByFileKeys(db(), run.shopId, keys);
  return db().$transaction(async (tx) => {
    const held = await lockRun(tx, run.id);
    if (held?.state !== 'reading' || held.itemsRead !== from) return false;
    const read = await findReadKeys(tx, run.id, keys);
    const rows = batch.map((entry, index) => {
      if (entry.kind === 'problem') return lostLine(entry.problem, from + index);
      const { item } = entry;
      const first = read.get(item.importKey);
      read.set(item.importKey, first ?? item.lines.from);
      const named = first === undefined ? item : namedTwice(item, first);
      return toRow(named, from + index, garments.get(item.importKey) ?? null, {
        currency: run.shop.currency,
        format,
      });
    });
    await addItems(tx, run.id, rows);
    const of = (action: NewItem['action']) => rows.filter((row) => row.action === action).length;
    await noteProgress(tx, run.id, {
      bytesRead,
      itemsRead: { increment: rows.length },
      creates: { increment: of('CREATE') },
      updates: { increment: of('UPDATE') },
      skips: { increment: of('SKIP') },
      errors: { increment: of('ERROR') },
    });
    await handOver?.(tx);
    return true;
  }, BATCH_TRANSACTION);
}

/** A line that belongs to no garment stands in the preview like one, so that nobody misses it. */
function lostLine(problem: CatalogProblem, position: number): NewItem {
  const { line, severity } = problem;
  return {
    position,
    item: { importKey: '', lines: { from: line, to: line }, source: {}, problems: [problem] },
    importKey: '',
    title: `Line ${line}`,
    productType: '',
    lineFrom: line,
    lineTo: line,
    action: severity === 'error' ? 'ERROR' : 'SKIP',
    changes: [],
    problems: [toJson(problem)],
  };
}

function namedTwice(item: CatalogItem, firstLine: number): CatalogItem {
  const message = `“${item.importKey}” stands in line ${firstLine} already. The first one counts.`;
  const problem = { severity: 'error', line: item.lines.from, column: null, message } as const;
  return { ...item, problems: [...item.problems, problem] };
}

function toRow(
  item: CatalogItem,
  position: number,
  garment: KnownGarment | null,
  context: Omit<PlanContext, 'choice'>,
): NewItem {
  const before = garment?.state ?? null;
  const plan = planGarment(item, before, { ...context, choice: null, slug: garment?.slug });
  const kind = inferred(item);
  // What is only undecided would be made as it is described once somebody has decided.
  const described =
    plan.action === 'SKIP' && plan.reason === 'undecided'
      ? planGarment(item, null, { ...context, choice: { category: null } })
      : plan;
  const changes =
    described.action === 'CREATE' || described.action === 'UPDATE'
      ? describeChanges(before, described.after, described.changed)
      : [];
  return {
    position,
    item,
    importKey: item.importKey,
    title: item.title || before?.title || item.importKey,
    productType: item.productType ?? before?.productType ?? '',
    lineFrom: item.lines.from,
    lineTo: item.lines.to,
    action: plan.action,
    reason: plan.action === 'SKIP' ? plan.reason : null,
    category: kind?.category ?? null,
    categoryBecause: garment ? null : kind ? (item.category?.because ?? 'unknown') : 'unknown',
    changes,
    problems: plan.problems.map(toJson),
    garmentId: garment?.id ?? null,
    garmentVersion: garment?.version ?? null,
  };
}

const toJson = ({ severity, line, column, message }: CatalogProblem) => ({
  severity,
  line,
  column,
  message,
});
