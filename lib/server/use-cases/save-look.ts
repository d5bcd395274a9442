import 'server-only';
import type { SaveOutcome } from '#lib/domain/try-on-steps.ts';
import { crashPoint } from '#lib/server/crash-points.ts';
import { db } from '#lib/server/db.ts';
import { DecoderUnavailable } from '#lib/server/images/decoder/decoder-unavailable.ts';
import { type ReadLook, readLook } from '#lib/server/images/read-look.ts';
import { downloadFromProvider, provider } from '#lib/server/provider.ts';
import { eraseLateLook, isDiscarded } from '#lib/server/repositories/discarded-try-ons.ts';
import type { HeldTryOn } from '#lib/server/repositories/try-on-claims.ts';
import type { ResultOutput } from '#lib/server/segmind/fetch-result.ts';
import { StorageUnavailable } from '#lib/server/storage/storage.ts';
import { transact } from '#lib/server/transact.ts';
import { storeLook } from './store-look.ts';
import { sweepErasure } from './sweep-media.ts';

/**
 * Copies a finished picture from the provider into our storage. Its address is asked for anew each
 * time and never kept: whoever has it sees the picture.
 */
export async function saveLook(
  held: HeldTryOn,
  requestId: string,
  now: Date,
): Promise<SaveOutcome> {
  // Its person deleted it, or the photo, meanwhile: nobody is to have the picture, we neither.
  if (held.discarded) return { kind: 'discarded' };
  const result = await provider().fetchResult(requestId);
  if (result.kind !== 'ready') return result;
  const picture = await fetchPicture(result.output);
  if (picture.kind !== 'picture') return picture;
  crashPoint('result-downloaded');
  const read = await lookUnlessBusy(picture.bytes);
  if (!read) return { kind: 'pending' };
  if (!read.ok) return { kind: 'unreadable', providerText: `The picture is ${read.code}.` };
  try {
    const mediaId = await storeLook(read.look, held, now);
    // Deleted while it was written: not to lie there until somebody sweeps.
    if (!(await isDiscarded(db(), held.id))) return { kind: 'saved', mediaId };
    const late = { id: held.id, mediaId };
    await sweepErasure(await transact((tx) => eraseLateLook(tx, late, now)), now);
    return { kind: 'discarded' };
  } catch (error) {
    if (error instanceof StorageUnavailable) return { kind: 'storage_unavailable' };
    throw error;
  }
}

/** Null when no decoder is free: the picture stays with the provider, and is fetched again. */
async function lookUnlessBusy(bytes: Uint8Array): Promise<ReadLook | null> {
  try {
    return await readLook(bytes);
  } catch (error) {
    if (error instanceof DecoderUnavailable) return null;
    throw error;
  }
}

async function fetchPicture(
  output: ResultOutput,
): Promise<SaveOutcome | { kind: 'picture'; bytes: Uint8Array }> {
  if (output.kind === 'bytes') return { kind: 'picture', bytes: output.bytes };
  const download = await downloadFromProvider(output.url);
  switch (download.kind) {
    case 'downloaded':
      return { kind: 'picture', bytes: download.bytes };
    case 'refused':
      return { kind: 'unreadable', providerText: download.message };
    case 'failed':
      return download.errorClass === 'result_unreadable' || !download.tryAgain
        ? { kind: 'unreadable', providerText: download.message }
        : {
            kind: 'unavailable',
            errorClass: download.errorClass,
            providerText: download.message,
            httpStatus: download.httpStatus,
          };
  }
}
