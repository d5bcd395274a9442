import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { describeStorage } from './storage.contract.ts';
import { newStorageKey, type Storage, StorageUnavailable } from './storage.ts';
import { type BlobServer, startBlobServer } from './testing/vercel-blob-server.ts';
import { createVercelBlobStorage } from './vercel-blob-storage.ts';

const jpeg = { contentType: 'image/jpeg' };
let server: BlobServer;

beforeEach(async () => {
  server = await startBlobServer();
  vi.stubEnv('VERCEL_BLOB_API_URL', server.apiUrl);
  vi.stubEnv('VERCEL_BLOB_RETRIES', '0');
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await server.close();
});

function open(options: { timeoutMs?: number } = {}): Storage {
  return createVercelBlobStorage({ token: server.token, pageSize: 4, ...options });
}

describeStorage('Vercel Blob', open, 4);

describe('Vercel Blob', () => {
  it('stores privately, under our own key, and for the shortest time in caches', async () => {
    const key = newStorageKey('photos');
    await open().put(key, new Uint8Array([7]), jpeg);

    const [request] = server.requests;
    expect(request).toMatchObject({
      method: 'PUT',
      path: `/?pathname=${encodeURIComponent(key)}`,
      headers: {
        'x-vercel-blob-access': 'private',
        'x-add-random-suffix': '0',
        'x-allow-overwrite': '1',
        'x-content-type': 'image/jpeg',
        'x-cache-control-max-age': '60',
      },
    });
    expect([...server.blobs.keys()]).toEqual([key]);
  });

  it('reads past the cache, so that a deleted picture is gone for the next reader', async () => {
    const key = newStorageKey('photos');
    await open().put(key, new Uint8Array([7]), jpeg);
    await open().getBytes(key);
    expect(server.requests.at(-1)?.path).toMatch(/\?cache=0$/);
  });

  it('deletes any number of keys in calls of at most a thousand', async () => {
    await open().delete(Array.from({ length: 1_001 }, () => newStorageKey('photos')));
    expect(server.requests.map((request) => request.path)).toEqual(['/delete', '/delete']);
  });

  it.each([
    [403, 'forbidden', 'access_denied'],
    [404, 'store_not_found', 'store_not_found'],
    [403, 'store_suspended', 'store_suspended'],
    [429, 'rate_limited', 'rate_limited'],
    [503, 'service_unavailable', 'service_unavailable'],
    [500, 'internal_server_error', 'unreachable'],
  ])('calls HTTP %i %s unavailable: %s', async (status, code, reason) => {
    server.failWith({ status, code });
    const error = await open()
      .put(newStorageKey('photos'), new Uint8Array(1), jpeg)
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StorageUnavailable);
    expect(error).toMatchObject({ operation: 'put', reason });
  });

  it('does not mistake an outage for an absent picture', async () => {
    server.failWith({ status: 503, code: 'service_unavailable' });
    const key = newStorageKey('photos');
    await expect(open().get(key)).rejects.toThrow(StorageUnavailable);
    await expect(open().getBytes(key)).rejects.toThrow(StorageUnavailable);
    await expect(open().head(key)).rejects.toThrow(StorageUnavailable);
    await expect(open().list('photos/')).rejects.toThrow(StorageUnavailable);
    await expect(open().delete([key])).rejects.toThrow(StorageUnavailable);
  });

  it('gives up at its deadline when the store does not answer', async () => {
    server.failWith('silence');
    const waiting = open({ timeoutMs: 50 }).put(newStorageKey('photos'), new Uint8Array(1), jpeg);
    await expect(waiting).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('gives up at its deadline although the SDK would go on retrying', async () => {
    vi.stubEnv('VERCEL_BLOB_RETRIES', '10');
    server.failWith({ status: 503, code: 'service_unavailable' });
    const waiting = open({ timeoutMs: 50 }).head(newStorageKey('photos'));
    await expect(waiting).rejects.toMatchObject({ reason: 'timeout' });
  });

  it('says nothing of the key or the token when the network is gone', async () => {
    await server.close();
    const key = newStorageKey('photos');
    const error = await open()
      .put(key, new Uint8Array(1), jpeg)
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ operation: 'put', reason: 'unreachable' });
    const everything = JSON.stringify(error, Object.getOwnPropertyNames(error));
    expect(everything).not.toContain(key.slice(7, 39));
    expect(everything).not.toContain('secret');
    server = await startBlobServer();
  });
});
