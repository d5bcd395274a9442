import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { InvalidStorageKey, newStorageKey, type Storage } from './storage.ts';

const jpeg = { contentType: 'image/jpeg' };
const csv = { contentType: 'text/csv' };

/**
 * What every storage driver must do. `pageSize` is what the driver was made with, and must be small;
 * the store must be empty when each test begins.
 */
export function describeStorage(name: string, openStorage: () => Storage, pageSize: number): void {
  describe(`${name}, as a storage`, () => {
    it('gives back exactly what was put, with size and content type', async () => {
      const storage = openStorage();
      const key = newStorageKey('photos');
      const bytes = new Uint8Array(randomBytes(300_001));
      await storage.put(key, bytes, jpeg);

      const stored = await storage.get(key);
      expect(stored?.size).toBe(bytes.length);
      expect(stored?.contentType).toBe('image/jpeg');
      expect(await collect(stored?.body)).toEqual(bytes);
      expect(await storage.getBytes(key)).toEqual(bytes);
    });

    it.each([0, 1, 300_001, 20_000_001])('stores a stream of %i bytes', async (size) => {
      const storage = openStorage();
      const key = newStorageKey('imports', 'csv');
      const bytes = new Uint8Array(randomBytes(size));
      await storage.putStream(key, streamOf(bytes), csv);
      expect(await storage.head(key)).toMatchObject({ size, contentType: 'text/csv' });
      expect(Buffer.compare((await storage.getBytes(key)) ?? Buffer.alloc(1), bytes)).toBe(0);
    });

    it.each([10, 20_000_001])('stores nothing of a stream that breaks after %i', async (size) => {
      const storage = openStorage();
      const key = newStorageKey('imports', 'csv');
      const broken = new Error('too large');
      const putting = storage.putStream(key, streamOf(new Uint8Array(size), broken), csv);
      await expect(putting).rejects.toBe(broken);
      expect((await storage.list('')).items).toEqual([]);
    });

    it('stores a view of a larger buffer without its surroundings', async () => {
      const storage = openStorage();
      const key = newStorageKey('looks');
      await storage.put(key, new Uint8Array([1, 2, 3, 4, 5]).subarray(1, 4), jpeg);
      expect(await storage.getBytes(key)).toEqual(new Uint8Array([2, 3, 4]));
    });

    it('tells size, content type and time without reading', async () => {
      const storage = openStorage();
      const key = newStorageKey('garments', 'webp');
      await storage.put(key, new Uint8Array(17), { contentType: 'image/webp' });

      const facts = await storage.head(key);
      expect(facts).toMatchObject({ size: 17, contentType: 'image/webp' });
      expect(Math.abs(Date.now() - Number(facts?.storedAt))).toBeLessThan(60_000);
    });

    it('answers null for what is not there', async () => {
      const storage = openStorage();
      await storage.put(newStorageKey('photos'), new Uint8Array(1), jpeg);
      const key = newStorageKey('photos');
      expect(await storage.get(key)).toBeNull();
      expect(await storage.getBytes(key)).toBeNull();
      expect(await storage.head(key)).toBeNull();
    });

    it('lets a retry write the same key again', async () => {
      const storage = openStorage();
      const key = newStorageKey('looks');
      await storage.put(key, new Uint8Array([1]), jpeg);
      await storage.put(key, new Uint8Array([2, 2]), jpeg);
      expect(await storage.getBytes(key)).toEqual(new Uint8Array([2, 2]));
      expect((await storage.list('')).items).toHaveLength(1);
    });

    it('forgets what is deleted, and deletes it again without complaint', async () => {
      const storage = openStorage();
      const gone = [newStorageKey('photos'), newStorageKey('photos')];
      const kept = newStorageKey('photos');
      for (const key of [...gone, kept]) await storage.put(key, new Uint8Array([1]), jpeg);

      await storage.delete(gone);
      await storage.delete([...gone, newStorageKey('photos')]);
      await storage.delete([]);

      for (const key of gone) {
        expect(await storage.getBytes(key)).toBeNull();
        expect(await storage.head(key)).toBeNull();
      }
      expect((await storage.list('')).items.map((item) => item.key)).toEqual([kept]);
    });

    it('lists every key of a kind once, page by page', async () => {
      const storage = openStorage();
      const photos = Array.from({ length: pageSize * 3 + 1 }, () => newStorageKey('photos'));
      const looks = Array.from({ length: pageSize }, () => newStorageKey('looks'));
      for (const key of [...photos, ...looks]) await storage.put(key, new Uint8Array(3), jpeg);

      expect(await listAll(storage, 'photos/')).toEqual(photos.sort());
      expect(await listAll(storage, 'looks/')).toEqual(looks.sort());
      expect(await listAll(storage, 'models/')).toEqual([]);
      expect(await listAll(storage, '')).toEqual([...looks, ...photos].sort());
    });

    it('says of each listed key how large it is and when it came', async () => {
      const storage = openStorage();
      const key = newStorageKey('models');
      await storage.put(key, new Uint8Array(5), jpeg);
      const [item] = (await storage.list('models/')).items;
      expect(item).toMatchObject({ key, size: 5 });
      expect(Math.abs(Date.now() - Number(item?.storedAt))).toBeLessThan(60_000);
    });

    it('lets a reader stop half-way', async () => {
      const storage = openStorage();
      const key = newStorageKey('photos');
      await storage.put(key, new Uint8Array(1_000_000), jpeg);
      const stored = await storage.get(key);
      const reader = stored?.body.getReader();
      expect((await reader?.read())?.value?.length).toBeGreaterThan(0);
      await reader?.cancel();
      await storage.delete([key]);
      expect(await storage.head(key)).toBeNull();
    });

    it.each([
      '../../etc/passwd',
      'photos/../looks/00000000000000000000000000000000.jpg',
      '/photos/00000000000000000000000000000000.jpg',
      'photos/00000000000000000000000000000000.jpg/../x',
      'photos/00000000000000000000000000000000.jpg\u0000.png',
      'photos/0000000000000000000000000000000G.jpg',
      'photos\\00000000000000000000000000000000.jpg',
      'https://example.com/photos/00000000000000000000000000000000.jpg',
      'photos/me-at-the-beach.jpg',
      'photos/00000000000000000000000000000000.svg',
      'photos/00000000000000000000000000000000.jpg\n',
      '',
    ])('refuses %j as a key before it touches anything', async (key) => {
      const storage = openStorage();
      await expect(storage.put(key, new Uint8Array(1), jpeg)).rejects.toThrow(InvalidStorageKey);
      await expect(storage.get(key)).rejects.toThrow(InvalidStorageKey);
      await expect(storage.getBytes(key)).rejects.toThrow(InvalidStorageKey);
      await expect(storage.head(key)).rejects.toThrow(InvalidStorageKey);
      await expect(storage.delete([key])).rejects.toThrow(InvalidStorageKey);
    });

    it('refuses content of another type than its key says', async () => {
      const storage = openStorage();
      const page = { contentType: 'text/html' };
      await expect(storage.put(newStorageKey('photos'), new Uint8Array(1), page)).rejects.toThrow(
        InvalidStorageKey,
      );
    });
  });
}

async function listAll(storage: Storage, prefix: 'photos/' | 'looks/' | 'models/' | '') {
  const keys: string[] = [];
  let cursor: string | null = null;
  do {
    const page = await storage.list(prefix, cursor);
    keys.push(...page.items.map((item) => item.key));
    cursor = page.cursor;
  } while (cursor !== null);
  return keys.sort();
}

/** In pieces as they come from a network; with an error it breaks at the end. */
function streamOf(bytes: Uint8Array, broken?: Error): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent < bytes.length) controller.enqueue(bytes.subarray(sent, sent + 65_537));
      else if (broken) controller.error(broken);
      else controller.close();
      sent += 65_537;
    },
  });
}

async function collect(body: ReadableStream<Uint8Array> | undefined): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const reader = body?.getReader();
  for (;;) {
    const step = await reader?.read();
    if (!step || step.done) return new Uint8Array(Buffer.concat(chunks));
    chunks.push(step.value);
  }
}
