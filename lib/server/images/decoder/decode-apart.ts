import 'server-only';
import { isBareJpeg } from '#lib/domain/bare-jpeg.ts';
import { log } from '#lib/server/log.ts';
import { type CleanPicture, type OpenedPicture, sha256Of } from '../decode-picture.ts';
import { createDecoderPool, type DecoderPool, type Line } from './decoder-pool.ts';
import { type DecoderProcess, startDecoder } from './decoder-process.ts';

/** Two: one slow picture does not hold up everybody, and the cores are for answering requests. */
const PROCESSES = 2;
/** Inside, libvips gives up after 15 s a step; this is for what does not let itself be stopped. */
const WALL_MS = 20_000;
const MEMORY_BYTES = 768 * 1024 * 1024;
/** Times 20 MB: what may lie here and wait. */
const MAX_WAITING = 16;
const MAX_WAIT_MS = 30_000;
/**
 * Whoever takes one over sees so many at most, and the provider's pictures are never among those of
 * strangers. A new one costs 0.3 s of a processor: for each look that would be more than the decoding. Looks
 * share one, a hundred at most: a result that took it over would see those of other people after it.
 */
const PICTURES_EACH = { usual: 20, paid: 100 };

/** Next may load this module twice (routes and instrumentation); one pool a process is enough. */
const holder = globalThis as typeof globalThis & {
  fittingRoomDecoders?: DecoderPool;
  /** Whether the last one that was needed has started. */
  fittingRoomDecoderStarts?: boolean;
};

async function start(): Promise<DecoderProcess> {
  try {
    const started = await startDecoder({ wallMs: WALL_MS, memoryBytes: MEMORY_BYTES });
    holder.fittingRoomDecoderStarts = true;
    return started;
  } catch (error) {
    // Said once, and not for every picture.
    if (holder.fittingRoomDecoderStarts !== false) {
      log.error(
        { reason: error instanceof Error ? error.message : 'unknown' },
        'no decoder starts',
      );
    }
    holder.fittingRoomDecoderStarts = false;
    throw error;
  }
}

/** Whether pictures can be decoded here, as far as is known. */
export const decodersStart = (): boolean => holder.fittingRoomDecoderStarts !== false;

/** Starts one to see whether any can be, before somebody's picture shows that none can. */
export async function tryDecoder(): Promise<void> {
  await start().then(
    (one) => one.end(),
    () => undefined,
  );
}

function pool(): DecoderPool {
  holder.fittingRoomDecoders ??= createDecoderPool({
    start,
    size: PROCESSES,
    maxWaiting: MAX_WAITING,
    maxWaitMs: MAX_WAIT_MS,
    picturesEach: PICTURES_EACH,
  });
  return holder.fittingRoomDecoders;
}

/**
 * A picture from outside, decoded in another process and written anew. Null when it is damaged.
 *
 * What comes back is believed only as far as it can be seen: a JPEG of the size that was named, without
 * any segment that is not the picture. A process that a file has taken over can answer with a wrong
 * picture, but with no file of its own making around it.
 *
 * @param maxSide longer side of what is kept, in pixels
 * @throws DecoderUnavailable
 */
export async function decodeApart(
  { decodable, width, height }: OpenedPicture,
  { maxSide, quality, line }: { maxSide: number; quality: number; line?: Line },
): Promise<CleanPicture | null> {
  const order = { width, height, maxSide, quality };
  const decoded = await pool().decode(decodable, order, line).catch(toldOf);
  if (decoded.kind === 'damaged') return null;
  if (decoded.kind === 'died') {
    log.warn({ pictureBytes: decodable.length, width, height }, 'a picture ended its decoder');
    return null;
  }
  const { bytes } = decoded;
  const size = { width: decoded.width, height: decoded.height };
  if (!isBareJpeg(bytes, size) || Math.max(size.width, size.height) > maxSide) {
    log.error({ width, height }, 'a decoder answered with something else than a bare picture');
    return null;
  }
  const sha256 = await sha256Of(bytes);
  return { bytes, ...size, sha256, contentType: 'image/jpeg' };
}

function toldOf(error: unknown): never {
  log.error({ reason: error instanceof Error ? error.message : 'unknown' }, 'no decoder is free');
  throw error;
}
