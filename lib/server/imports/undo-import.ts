import 'server-only';
import type { StateBefore } from '#lib/contracts/stored-import.ts';
import { changedFields } from '#lib/domain/garment-plan.ts';
import { type Db, db } from '#lib/server/db.ts';
import {
  archiveGarments,
  changeKnownGarment,
  findKnownGarments,
  findUsedGarments,
  type KnownGarment,
  removeGarments,
} from '#lib/server/repositories/catalog-garments.ts';
import {
  findStoredMedia,
  orderImages,
  pinImage,
} from '#lib/server/repositories/garment-image-order.ts';
import { condemnUnshown } from '#lib/server/repositories/garment-pictures.ts';
import {
  type ItemDone,
  type ItemToWork,
  nextItems,
  settleItems,
} from '#lib/server/repositories/import-items.ts';
import {
  lockRun,
  moveRun,
  noteProgress,
  type RunToWork,
} from '#lib/server/repositories/import-runs.ts';
import { refreshReadiness } from '#lib/server/repositories/picture-readiness.ts';
import { BATCH_TRANSACTION } from './slice.ts';
import { stoppedBySuspension } from './stopped-by-suspension.ts';

const BATCH = 50;

interface UndoTools {
  isOver: () => boolean;
  handOver: (tx: Db) => Promise<void>;
  now?: () => Date;
}

/**
 * Takes a run back, from where an earlier task stopped. What the run made is removed, or put away
 * where somebody's look, bag or order hangs on it; what it changed is as it was before, unless
 * somebody has changed it since.
 */
export async function undoImport(runId: string, tools: UndoTools): Promise<void> {
  for (;;) {
    const over = tools.isOver();
    const more = await db().$transaction(
      (tx) => undoBatch(tx, runId, over ? tools.handOver : null, tools),
      BATCH_TRANSACTION,
    );
    if (!more || over) return;
  }
}

/** @returns whether there is more to do. */
async function undoBatch(
  tx: Db,
  runId: string,
  handOver: ((tx: Db) => Promise<void>) | null,
  { now = () => new Date() }: UndoTools,
): Promise<boolean> {
  const run = await lockRun(tx, runId);
  if (run?.state !== 'undoing' || (await stoppedBySuspension(tx, run))) return false;
  const items = await nextItems(tx, runId, 'APPLIED', BATCH);
  if (items.length === 0) {
    await moveRun(tx, runId, 'undone', { undoneAt: now() });
    return false;
  }
  const done = [
    ...(await takeBackNew(tx, run, items, now())),
    ...(await takeBackChanges(tx, run, items, now())),
  ];
  await settleItems(tx, runId, done);
  const of = (wanted: ItemDone['outcome']) =>
    done.filter(({ outcome }) => outcome === wanted).length;
  await noteProgress(tx, runId, {
    removed: { increment: of('REMOVED') },
    archived: { increment: of('ARCHIVED') },
    restored: { increment: of('RESTORED') },
    kept: { increment: of('KEPT') },
  });
  await handOver?.(tx);
  return true;
}

async function takeBackNew(
  tx: Db,
  { shopId }: RunToWork,
  items: ItemToWork[],
  now: Date,
): Promise<ItemDone[]> {
  const made = items.filter(({ before }) => before === null);
  const ids = made.flatMap(({ garmentId }) => garmentId ?? []);
  const used = await findUsedGarments(tx, ids);
  await archiveGarments(tx, shopId, [...used]);
  const media = await removeGarments(
    tx,
    shopId,
    ids.filter((id) => !used.has(id)),
  );
  await condemnUnshown(tx, media, now);
  return made.map(({ position, garmentId }) => ({
    position,
    outcome: used.has(garmentId ?? '') ? 'ARCHIVED' : 'REMOVED',
  }));
}

async function takeBackChanges(
  tx: Db,
  run: RunToWork,
  items: ItemToWork[],
  now: Date,
): Promise<ItemDone[]> {
  const changed = items.filter(({ before }) => before !== null);
  const known = await findKnownGarments(
    tx,
    run.shopId,
    changed.flatMap(({ garmentId }) => garmentId ?? []),
  );
  const done: ItemDone[] = [];
  for (const { position, garmentId, before, versionAfter } of changed) {
    const garment = known.get(garmentId ?? '');
    const untouched = garment && garment.version === versionAfter;
    const restored = before && untouched && (await restore(tx, run, garment, before, now));
    done.push({ position, outcome: restored ? 'RESTORED' : 'KEPT' });
  }
  return done;
}

async function restore(
  tx: Db,
  { shopId }: RunToWork,
  garment: KnownGarment,
  { state, images }: StateBefore,
  now: Date,
): Promise<boolean> {
  const fields = changedFields(garment.state, state);
  if (!(await changeKnownGarment(tx, shopId, garment, state, fields, now))) return false;
  if (fields.includes('pictures')) await restoreImages(tx, garment, images, now);
  await refreshReadiness(tx, garment.id);
  return true;
}

async function restoreImages(
  tx: Db,
  garment: KnownGarment,
  images: StateBefore['images'],
  now: Date,
): Promise<void> {
  const ids = images.flatMap(({ mediaId, inputMediaId }) => [mediaId, inputMediaId]);
  const stored = await findStoredMedia(tx, ids);
  const wanted = images.map(({ url, alt, isPinned, ...media }) => ({
    url,
    alt,
    media: stored.has(media.mediaId) && stored.has(media.inputMediaId) ? media : null,
  }));
  await orderImages(tx, garment.id, garment.images, wanted, {
    others: 'remove',
    forgetAfter: now,
  });
  const pinned = images.find(({ isPinned }) => isPinned);
  if (pinned) await pinImage(tx, garment.id, pinned.mediaId);
}
