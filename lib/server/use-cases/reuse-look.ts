import 'server-only';
import {
  afterPreparation,
  afterReuse,
  type Move,
  type StepContext,
} from '#lib/domain/try-on-steps.ts';
import { db } from '#lib/server/db.ts';
import { DecoderUnavailable } from '#lib/server/images/decoder/decoder-unavailable.ts';
import { readLook } from '#lib/server/images/read-look.ts';
import { findMediaByLink } from '#lib/server/repositories/media.ts';
import type { HeldTryOn } from '#lib/server/repositories/try-on-claims.ts';
import {
  findBaseIngredients,
  findSameOfHouseModel,
} from '#lib/server/repositories/try-on-inputs.ts';
import { storage } from '#lib/server/storage/current-storage.ts';
import { StorageUnavailable } from '#lib/server/storage/storage.ts';
import { storeLook } from './store-look.ts';

export type Twin =
  | { kind: 'finished'; id: string; mediaId: string }
  /** Somebody asked for the very same before, and the provider is at it. */
  | { kind: 'under-way'; id: string };

/** After that a try-on does not wait for another's, which may be stuck. */
const TWIN_PATIENCE_MS = 60_000;

/**
 * The same picture of a house model (same garment picture, parameters and seed) that is there already
 * or on its way: it need not be paid for again. An outfit is the same only over the same look. Photos
 * are never shared.
 */
export async function findTwin(held: HeldTryOn, now: Date): Promise<Twin | null> {
  const { houseModelId, baseId } = held;
  if (!houseModelId) return null;
  const base = baseId === null ? null : await findBaseIngredients(db(), baseId);
  // The look under it was deleted meanwhile: it is not made at all.
  if (baseId !== null && base === null) return null;
  const since = new Date(now.getTime() - TWIN_PATIENCE_MS);
  const rows = await findSameOfHouseModel(db(), { ...held, houseModelId }, base, since);
  const finished = rows.find(({ resultMediaId }) => resultMediaId !== null);
  if (finished?.resultMediaId) {
    return { kind: 'finished', id: finished.id, mediaId: finished.resultMediaId };
  }
  const ahead = rows.find((row) => row.state !== 'queued' || isBefore(row, held));
  return ahead ? { kind: 'under-way', id: ahead.id } : null;
}

type Queued = Pick<HeldTryOn, 'id' | 'lane' | 'turn'>;

/** In the order of the queue, so that two never wait for each other, and nobody for work in bulk. */
function isBefore(one: Queued, other: Queued): boolean {
  if (one.lane !== other.lane) return one.lane === 'SHOPPER';
  return one.turn === other.turn ? one.id < other.id : one.turn < other.turn;
}

/** A copy of the finished picture for its new owner; null when it has gone meanwhile. */
export async function reuseLook(
  held: HeldTryOn,
  twin: { id: string; mediaId: string },
  context: StepContext,
): Promise<Move | null> {
  const { now } = context;
  try {
    const media = await findMediaByLink(db(), twin.mediaId, now);
    const bytes = media && (await storage().getBytes(media.storageKey));
    if (!bytes) return null;
    const read = await readLook(bytes);
    if (!read.ok) return null;
    const mediaId = await storeLook(read.look, held, now);
    return afterReuse(mediaId, twin.id);
  } catch (error) {
    const passes = error instanceof StorageUnavailable || error instanceof DecoderUnavailable;
    if (!passes) throw error;
    return afterPreparation({ kind: 'storage_unavailable' }, held, context);
  }
}
