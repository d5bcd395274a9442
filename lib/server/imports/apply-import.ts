import 'server-only';
import { randomBytes } from 'node:crypto';
import type { StateBefore } from '#lib/contracts/stored-import.ts';
import { type GarmentState, type Plan, planGarment } from '#lib/domain/garment-plan.ts';
import { IMPORT_KEPT_DAYS } from '#lib/domain/import-run.ts';
import { slugify } from '#lib/domain/slug.ts';
import { type Db, db } from '#lib/server/db.ts';
import {
  changeKnownGarment,
  createKnownGarments,
  findByFileKeys,
  findKnownGarments,
  type KnownGarment,
  takenSlugs,
} from '#lib/server/repositories/catalog-garments.ts';
import { orderImages } from '#lib/server/repositories/garment-image-order.ts';
import {
  type ItemDone,
  type ItemToWork,
  nextItems,
  settleItems,
} from '#lib/server/repositories/import-items.ts';
import {
  addWaitingPictures,
  type WaitingPicture,
} from '#lib/server/repositories/import-pictures.ts';
import {
  lockRun,
  moveRun,
  noteProgress,
  type RunToWork,
} from '#lib/server/repositories/import-runs.ts';
import { refreshReadiness } from '#lib/server/repositories/picture-readiness.ts';
import { formatOf } from './file-formats.ts';
import { BATCH_TRANSACTION } from './slice.ts';
import { stoppedBySuspension } from './stopped-by-suspension.ts';

const BATCH = 100;
const DAY_MS = 86_400_000;

interface ApplyTools {
  isOver: () => boolean;
  handOver: (tx: Db) => Promise<void>;
  /** Asks for the pictures of all that was applied. */
  fetchPictures: (tx: Db) => Promise<void>;
  now?: () => Date;
}

/**
 * Brings what the preview shows into the shop, from where an earlier task stopped. A garment that was
 * changed since the preview was made is left as it is and told of.
 */
export async function applyImport(runId: string, tools: ApplyTools): Promise<void> {
  for (;;) {
    const over = tools.isOver();
    const more = await db().$transaction(
      (tx) => applyBatch(tx, runId, over ? tools.handOver : null, tools),
      BATCH_TRANSACTION,
    );
    if (!more || over) return;
  }
}

/** @returns whether there is more to do. */
async function applyBatch(
  tx: Db,
  runId: string,
  handOver: ((tx: Db) => Promise<void>) | null,
  { fetchPictures, now = () => new Date() }: ApplyTools,
): Promise<boolean> {
  const run = await lockRun(tx, runId);
  if (run?.state !== 'applying' || (await stoppedBySuspension(tx, run))) return false;
  const items = await nextItems(tx, runId, 'PENDING', BATCH);
  if (items.length === 0) {
    await moveRun(tx, runId, 'applied', { appliedAt: now() });
    await fetchPictures(tx);
    return false;
  }
  const { done, pictures } = await writeGarments(tx, run, items, now());
  await settleItems(tx, runId, done);
  await addWaitingPictures(tx, runId, pictures);
  const applied = done.filter(({ outcome }) => outcome === 'APPLIED').length;
  await noteProgress(tx, runId, {
    applied: { increment: applied },
    conflicts: { increment: done.length - applied },
    picturesWanted: { increment: pictures.length },
  });
  await handOver?.(tx);
  return true;
}

interface Written {
  done: ItemDone[];
  pictures: WaitingPicture[];
}

async function writeGarments(
  tx: Db,
  run: RunToWork,
  items: ItemToWork[],
  now: Date,
): Promise<Written> {
  const created = items.filter(({ action }) => action === 'CREATE');
  const changed = items.filter(({ action }) => action === 'UPDATE');
  const made = await createAll(tx, run, created, now);
  const written: Written = { done: [...made.done], pictures: [...made.pictures] };
  const known = await findKnownGarments(
    tx,
    run.shopId,
    changed.flatMap(({ garmentId }) => garmentId ?? []),
  );
  for (const item of changed) {
    const garment = known.get(item.garmentId ?? '');
    const one = garment ? await changeOne(tx, run, item, garment, now) : null;
    written.done.push(one?.done ?? conflict(item));
    written.pictures.push(...(one?.pictures ?? []));
  }
  return written;
}

const conflict = ({ position }: ItemToWork): ItemDone => ({
  position,
  outcome: 'CHANGED_MEANWHILE',
});

async function createAll(tx: Db, run: RunToWork, items: ItemToWork[], now: Date): Promise<Written> {
  // Another run or person may have made it since the preview.
  const taken = await findByFileKeys(
    tx,
    run.shopId,
    items.map(({ item }) => item.importKey),
  );
  const written: Written = { done: [], pictures: [] };
  const fresh: { item: ItemToWork; state: GarmentState }[] = [];
  for (const item of items) {
    const plan = taken.has(item.item.importKey) ? null : planAgain(item, null, run);
    if (plan) fresh.push({ item, state: plan.after });
    else written.done.push(conflict(item));
  }
  const slugs = await freeSlugs(
    tx,
    fresh.map(({ state }) => slugify(`${state.title} ${state.colour}`)),
  );
  const garments = fresh.map(({ item, state }, index) => ({
    item,
    state,
    slug: slugs[index] ?? '',
    // Its pictures are still to come, and with the first of them it is published.
    status: state.status === 'ACTIVE' ? ('DRAFT' as const) : state.status,
  }));
  const ids = await createKnownGarments(tx, run.shopId, garments, now);
  for (const { item, state, slug } of garments) {
    const garmentId = ids.get(slug) ?? '';
    const { position } = item;
    written.done.push({ position, outcome: 'APPLIED', garmentId, versionAfter: 1 });
    written.pictures.push(
      ...state.pictures.map(({ url }, place) => ({ position, place, garmentId, url })),
    );
  }
  return written;
}

async function changeOne(
  tx: Db,
  run: RunToWork,
  item: ItemToWork,
  garment: KnownGarment,
  now: Date,
): Promise<{ done: ItemDone; pictures: WaitingPicture[] } | null> {
  const plan = garment.version === item.garmentVersion ? planAgain(item, garment, run) : null;
  if (!plan) return null;
  const { after, changed } = plan;
  const here = new Set(garment.images.map(({ url }) => url));
  const { position } = item;
  const missing = after.pictures.flatMap(({ url }, place) =>
    here.has(url) ? [] : [{ position, place, garmentId: garment.id, url }],
  );
  // One that has no picture yet is published with the first of them.
  const waits = after.status === 'ACTIVE' && garment.images.length === 0;
  const state = waits ? { ...after, status: garment.state.status } : after;
  if (!(await changeKnownGarment(tx, run.shopId, garment, state, changed, now))) return null;
  if (changed.includes('pictures') && missing.length === 0) {
    await orderImages(
      tx,
      garment.id,
      garment.images,
      after.pictures.map((picture) => ({ ...picture, media: null })),
      { others: 'remove', forgetAfter: forgetAfter(run) },
    );
  }
  if (changed.includes('category') || changed.includes('pictures')) {
    await refreshReadiness(tx, garment.id);
  }
  const before: StateBefore = {
    state: garment.state,
    images: garment.images.map(({ id, ...image }) => image),
  };
  return {
    done: { position, outcome: 'APPLIED', before, versionAfter: garment.version + 1 },
    pictures: changed.includes('pictures') ? missing : [],
  };
}

/** As in the preview, with what somebody has said there of its kind. */
function planAgain(
  { item, category, action }: ItemToWork,
  garment: KnownGarment | null,
  run: RunToWork,
): Extract<Plan, { action: 'CREATE' | 'UPDATE' }> | null {
  const plan = planGarment(item, garment?.state ?? null, {
    currency: run.shop.currency,
    choice: garment ? null : { category },
    format: formatOf(run),
    slug: garment?.slug,
  });
  if (plan.action !== 'CREATE' && plan.action !== 'UPDATE') return null;
  return plan.action === action ? plan : null;
}

/** Until the run cannot be undone any more. */
export const forgetAfter = ({ createdAt }: Pick<RunToWork, 'createdAt'>): Date =>
  new Date(createdAt.getTime() + IMPORT_KEPT_DAYS * DAY_MS);

/** Each with a few characters more where the address is taken. */
async function freeSlugs(tx: Db, wanted: string[]): Promise<string[]> {
  const taken = await takenSlugs(tx, wanted);
  return wanted.map((slug) => {
    const free = taken.has(slug) ? `${slug}-${randomBytes(3).toString('hex')}` : slug;
    taken.add(free);
    return free;
  });
}
