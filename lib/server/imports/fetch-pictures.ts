import 'server-only';
import { planPictures } from '#lib/domain/garment-plan.ts';
import { db } from '#lib/server/db.ts';
import type { Fetched, GuardedFetch } from '#lib/server/http/guarded-fetch.ts';
import { readUpload } from '#lib/server/images/decode-upload.ts';
import {
  findKnownGarments,
  type KnownGarment,
  touchPictured,
} from '#lib/server/repositories/catalog-garments.ts';
import {
  findSamePicture,
  type ImageMedia,
  orderImages,
} from '#lib/server/repositories/garment-image-order.ts';
import {
  holdAppliedItem,
  type ItemToWork,
  noteVersion,
} from '#lib/server/repositories/import-items.ts';
import {
  listWaitingPictures,
  nextPictured,
  settlePicture,
  type WaitingPicture,
} from '#lib/server/repositories/import-pictures.ts';
import {
  findRunToWork,
  noteProgress,
  type RunToWork,
} from '#lib/server/repositories/import-runs.ts';
import { refreshReadiness } from '#lib/server/repositories/picture-readiness.ts';
import { storeGarmentPicture } from '#lib/server/use-cases/store-garment-picture.ts';
import { uploadProblemText } from '#lib/words/upload-problems.ts';
import { forgetAfter } from './apply-import.ts';
import { fetchRefusalText } from './fetch-refusal-text.ts';
import { BATCH_TRANSACTION } from './slice.ts';

/** Garments whose pictures are fetched at the same time. */
const AT_ONCE = 4;

interface FetchTools {
  fetchPicture: GuardedFetch;
  isOver: () => boolean;
  handOver: () => Promise<void>;
  stopped: AbortSignal;
}

/**
 * Fetches the pictures that applied garments are still without, a few garments at a time. A picture
 * that cannot be had is noted with the reason; the garment keeps those that it has.
 */
export async function fetchPictures(runId: string, tools: FetchTools): Promise<void> {
  for (;;) {
    const run = await findRunToWork(db(), runId);
    if (run?.state !== 'applied') return;
    const positions = await nextPictured(db(), runId, AT_ONCE);
    if (positions.length === 0) return;
    if (tools.isOver()) return tools.handOver();
    await Promise.all(positions.map((position) => pictureOne(run, position, tools)));
  }
}

type Got = WaitingPicture & ({ media: ImageMedia } | { reason: string });

async function pictureOne(
  run: RunToWork,
  position: number,
  { fetchPicture, stopped }: FetchTools,
): Promise<void> {
  const got: Got[] = [];
  for (const picture of await listWaitingPictures(db(), run.id, position)) {
    got.push({ ...picture, ...(await getPicture(run.shopId, picture.url, fetchPicture, stopped)) });
  }
  await db().$transaction(async (tx) => {
    const item = await holdAppliedItem(tx, run.id, position);
    // Taken back meanwhile: what was fetched is left over, and swept.
    if (!item?.garmentId) return;
    const garment = (await findKnownGarments(tx, run.shopId, [item.garmentId])).get(item.garmentId);
    const settled: Got[] = [];
    for (const one of got) {
      const reason = 'reason' in one ? one.reason : garment ? null : 'The garment is gone.';
      if (await settlePicture(tx, run.id, one, reason)) settled.push(one);
    }
    const stored = garment ? settled.filter((one) => 'media' in one).length : 0;
    await noteProgress(tx, run.id, {
      picturesStored: { increment: stored },
      picturesFailed: { increment: settled.length - stored },
    });
    if (garment && stored > 0) await hangUp(tx, run, item, garment, settled);
  }, BATCH_TRANSACTION);
}

type Tx = Parameters<Parameters<ReturnType<typeof db>['$transaction']>[0]>[0];

/** Gives the garment what came. Its earlier pictures go only when all of the new ones are there. */
async function hangUp(
  tx: Tx,
  run: RunToWork,
  item: ItemToWork,
  garment: KnownGarment,
  got: Got[],
): Promise<void> {
  const media = new Map(got.map((one) => [one.url, 'media' in one ? one.media : null]));
  const planned = planPictures(item.item, item.before?.state ?? null, garment.state.title);
  const wanted = planned.map((picture) => ({ ...picture, media: media.get(picture.url) ?? null }));
  const here = new Set(garment.images.map(({ url }) => url));
  const whole = wanted.every((picture) => picture.media || here.has(picture.url));
  // Somebody has changed it since: her pictures stay too.
  const untouched = garment.version === item.versionAfter;
  await orderImages(tx, garment.id, garment.images, wanted, {
    others: whole && untouched ? 'remove' : 'keep',
    forgetAfter: forgetAfter(run),
  });
  await refreshReadiness(tx, garment.id);
  const publish = untouched && item.item.status === 'ACTIVE' && garment.state.status !== 'ACTIVE';
  const unfetched = garment.state.unfetched.filter(({ url }) => !media.get(url));
  const version = await touchPictured(tx, run.shopId, garment.id, {
    publish,
    unfetched,
    now: new Date(),
  });
  if (untouched) await noteVersion(tx, run.id, item.position, version);
}

async function getPicture(
  shopId: string,
  url: string,
  fetchPicture: GuardedFetch,
  stopped: AbortSignal,
): Promise<{ media: ImageMedia } | { reason: string }> {
  const fetched = await fetchTwice(fetchPicture, url, stopped);
  if (!fetched.ok) return { reason: fetchRefusalText(fetched) };
  const read = await readUpload(fetched.bytes, 'garment');
  if (!read.ok) return { reason: uploadProblemText(read.code) };
  const same = await findSamePicture(db(), shopId, url, read.image.sha256);
  const stored = same ?? (await storeGarmentPicture(read.image, new Date()));
  return { media: { ...stored, sourceUrl: url } };
}

/** A line that breaks once is not worth telling anybody. */
async function fetchTwice(
  fetchPicture: GuardedFetch,
  url: string,
  stopped: AbortSignal,
): Promise<Fetched> {
  const first = await fetchPicture(url, stopped);
  if (first.ok || !(first.code === 'unreachable' || (first.status ?? 0) >= 500)) return first;
  return fetchPicture(url, stopped);
}
