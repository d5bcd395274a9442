import 'server-only';

import {
  BlobAccessError,
  BlobNotFoundError,
  BlobServiceNotAvailable,
  BlobServiceRateLimited,
  BlobStoreNotFoundError,
  BlobStoreSuspendedError,
  completeMultipartUpload,
  createMultipartUpload,
  del,
  get,
  head,
  list,
  type Part,
  put,
  uploadPart,
} from '@vercel/blob';
import {
  assertContentType,
  assertStorageKey,
  BodyBroken,
  contentTypeOf,
  isStorageKey,
  piecesOf,
  type Storage,
  StorageUnavailable,
  type StoredBody,
} from './storage.ts';

export type VercelBlobStorageOptions = {
  /** The read-write token of a *private* store, `vercel_blob_rw_<store>_<secret>`. */
  token: string;
  /** How long one operation may take; a body that `get` opened may take longer. */
  timeoutMs?: number;
  /** Keys on a page of `list`. */
  pageSize?: number;
};

/** The SDK retries ten times with doubling pauses, a quarter of an hour: nobody waits that long. */
const DEFAULT_TIMEOUT_MS = 20_000;
/** The shortest the service allows. What is deleted must not live on in a cache for a month. */
const CACHE_SECONDS = 60;
/** The most that one delete call takes. */
const DELETE_BATCH = 1_000;
/** The service takes parts from 5 MB. One is in memory at a time: the SDK's own stream takes sixteen. */
const PART_BYTES = 8 * 1024 * 1024;

/**
 * A private Vercel Blob store: nothing in it has a public URL. Reads bypass the CDN's cache, so a
 * picture that was deleted is gone for the next reader too.
 */
export function createVercelBlobStorage({
  token,
  timeoutMs = DEFAULT_TIMEOUT_MS,
  pageSize = 1_000,
}: VercelBlobStorageOptions): Storage {
  function within<T>(
    operation: string,
    work: (abortSignal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    return withDeadline(operation, timeoutMs, work);
  }

  async function openBody(key: string, abortSignal: AbortSignal): Promise<StoredBody | null> {
    const found = await get(key, { access: 'private', token, useCache: false, abortSignal });
    if (found === null || found.statusCode !== 200) return null;
    return {
      body: found.stream,
      // The SDK says 0 when the answer had no Content-Length.
      size: found.blob.size || (await head(key, { token, abortSignal })).size,
      contentType: contentTypeOf(key),
    };
  }

  function optionsOf(key: string, abortSignal: AbortSignal) {
    return {
      access: 'private',
      token,
      contentType: contentTypeOf(key),
      addRandomSuffix: false,
      // A retry whose first answer was lost would otherwise be told that the key is taken.
      allowOverwrite: true,
      cacheControlMaxAge: CACHE_SECONDS,
      abortSignal,
    } as const;
  }

  async function putWhole(key: string, body: Buffer): Promise<void> {
    await within('put', (abortSignal) => put(key, body, optionsOf(key, abortSignal)));
  }

  /** What was begun and not completed is no blob; the service forgets it. */
  async function putParts(
    key: string,
    begun: Buffer[],
    rest: AsyncIterable<Buffer>,
  ): Promise<void> {
    const upload = await within('put', (abortSignal) =>
      createMultipartUpload(key, optionsOf(key, abortSignal)),
    );
    const done: Part[] = [];
    const send = async (body: Buffer) => {
      const partNumber = done.length + 1;
      const part = await within('put', (abortSignal) =>
        uploadPart(key, body, { ...optionsOf(key, abortSignal), ...upload, partNumber }),
      );
      done.push(part);
    };
    for (const body of begun) await send(body);
    for await (const body of rest) await send(body);
    await within('put', (abortSignal) =>
      completeMultipartUpload(key, done, { ...optionsOf(key, abortSignal), ...upload }),
    );
  }

  return {
    async put(key, bytes, { contentType }) {
      assertContentType(key, contentType);
      await putWhole(key, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    },

    async putStream(key, body, { contentType }) {
      assertContentType(key, contentType);
      const parts = partsOf(body);
      try {
        const first = await parts.next();
        const second = await parts.next();
        if (second.done) await putWhole(key, first.value ?? Buffer.alloc(0));
        else await putParts(key, [first.value ?? Buffer.alloc(0), second.value], parts);
      } catch (error) {
        throw error instanceof BodyBroken ? error.cause : error;
      }
    },

    async get(key) {
      assertStorageKey(key);
      return within('get', (abortSignal) => openBody(key, abortSignal));
    },

    async getBytes(key) {
      assertStorageKey(key);
      return within('get', async (abortSignal) => {
        const stored = await openBody(key, abortSignal);
        return stored && new Uint8Array(await new Response(stored.body).arrayBuffer());
      });
    },

    async head(key) {
      const contentType = contentTypeOf(key);
      return within('head', async (abortSignal) => {
        const found = await absentAsNull(head(key, { token, abortSignal }));
        return found && { size: found.size, contentType, storedAt: found.uploadedAt };
      });
    },

    async delete(keys) {
      keys.forEach(assertStorageKey);
      for (let start = 0; start < keys.length; start += DELETE_BATCH) {
        const batch = keys.slice(start, start + DELETE_BATCH);
        await within('delete', (abortSignal) => del(batch, { token, abortSignal }));
      }
    },

    async list(prefix, cursor = null) {
      return within('list', async (abortSignal) => {
        const page = await list({
          token,
          limit: pageSize,
          ...(prefix === '' ? {} : { prefix }),
          ...(cursor === null ? {} : { cursor }),
          abortSignal,
        });
        return {
          items: page.blobs
            // A store may be shared with something else; what is not ours is not ours to report.
            .filter((blob) => isStorageKey(blob.pathname))
            .map((blob) => ({ key: blob.pathname, size: blob.size, storedAt: blob.uploadedAt })),
          cursor: page.hasMore && page.cursor ? page.cursor : null,
        };
      });
    },
  };
}

/** A body in parts of the size that the service takes; only the last one is smaller. */
async function* partsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Buffer, undefined> {
  let pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of piecesOf(body)) {
    pieces.push(piece);
    size += piece.byteLength;
    while (size >= PART_BYTES) {
      const whole = Buffer.concat(pieces);
      yield whole.subarray(0, PART_BYTES);
      pieces = [whole.subarray(PART_BYTES)];
      size -= PART_BYTES;
    }
  }
  if (size > 0) yield Buffer.concat(pieces);
  return undefined;
}

/**
 * Ends the wait at the deadline even while the SDK sleeps between two of its retries, which its
 * abort signal does not interrupt; the abort makes the next retry, if there is one, the last.
 */
async function withDeadline<T>(
  operation: string,
  timeoutMs: number,
  work: (abortSignal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const deadline = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new StorageUnavailable(operation, 'timeout'));
      // No reason is given: the SDK takes only a plain AbortError for an end to its retries.
      abort.abort();
    }, timeoutMs);
  });
  try {
    return await Promise.race([work(abort.signal), deadline]);
  } catch (error) {
    throw error instanceof StorageUnavailable
      ? error
      : new StorageUnavailable(operation, reasonOf(error));
  } finally {
    clearTimeout(timer);
  }
}

async function absentAsNull<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch (error) {
    if (error instanceof BlobNotFoundError) return null;
    throw error;
  }
}

/** A word for the log; the SDK's own messages and causes may carry the key or the store's address. */
function reasonOf(error: unknown): string {
  if (error instanceof BlobAccessError) return 'access_denied';
  if (error instanceof BlobStoreNotFoundError) return 'store_not_found';
  if (error instanceof BlobStoreSuspendedError) return 'store_suspended';
  if (error instanceof BlobServiceRateLimited) return 'rate_limited';
  if (error instanceof BlobServiceNotAvailable) return 'service_unavailable';
  return 'unreachable';
}
