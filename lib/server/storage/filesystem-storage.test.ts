import {
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFilesystemStorage } from './filesystem-storage.ts';
import { describeStorage } from './storage.contract.ts';
import { newStorageKey, StorageUnavailable } from './storage.ts';

const jpeg = { contentType: 'image/jpeg' };
let root: string;

beforeEach(async () => {
  root = join(await mkdtemp(join(tmpdir(), 'storage-')), 'blobs');
});

afterEach(async () => {
  await rm(dirname(root), { recursive: true, force: true });
});

describeStorage('the file system', () => createFilesystemStorage({ root, pageSize: 4 }), 4);

async function filesBelow(directory: string): Promise<string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe('the file system', () => {
  it('lets only its own user read files and directories', async () => {
    await mkdir(root, { recursive: true, mode: 0o755 });
    await createFilesystemStorage({ root }).put(newStorageKey('photos'), new Uint8Array(1), jpeg);

    const entries = await readdir(root, { recursive: true, withFileTypes: true });
    const modes = await Promise.all(
      entries.map(async (entry) => {
        const { mode } = await stat(join(entry.parentPath, entry.name));
        return `${entry.isFile() ? 'file' : 'directory'} ${(mode & 0o777).toString(8)}`;
      }),
    );
    expect([...new Set(modes)].sort()).toEqual(['directory 700', 'file 600']);
    expect((await stat(root)).mode & 0o777).toBe(0o700);
  });

  it('leaves nothing but the one finished file behind a put', async () => {
    const storage = createFilesystemStorage({ root });
    const key = newStorageKey('photos');
    await storage.put(key, new Uint8Array(9), jpeg);
    await storage.put(key, new Uint8Array(9), jpeg);
    expect(await filesBelow(root)).toHaveLength(1);
  });

  it('removes what a crash left unfinished, but not what is being written now', async () => {
    const unfinished = join(root, '.unfinished');
    await mkdir(unfinished, { recursive: true });
    await writeFile(join(unfinished, 'old'), 'half a photo');
    await writeFile(join(unfinished, 'new'), 'half a photo');
    const twoHoursAgo = Date.now() / 1000 - 7200;
    await utimes(join(unfinished, 'old'), twoHoursAgo, twoHoursAgo);

    await createFilesystemStorage({ root }).put(newStorageKey('photos'), new Uint8Array(1), jpeg);
    expect(await readdir(unfinished)).toEqual(['new']);
  });

  it('lists only what it stored itself', async () => {
    const storage = createFilesystemStorage({ root });
    const key = newStorageKey('photos');
    await storage.put(key, new Uint8Array(1), jpeg);
    await writeFile(join(root, 'photos', 'notes.txt'), 'x');
    await writeFile(join(root, 'photos', key.slice(7, 9), 'holiday.jpg'), 'x');
    expect((await storage.list('')).items.map((item) => item.key)).toEqual([key]);
  });

  it('does not follow a symbolic link out of its directory', async () => {
    const storage = createFilesystemStorage({ root });
    const key = newStorageKey('photos');
    await storage.put(key, new Uint8Array(1), jpeg);
    const [path = ''] = await filesBelow(root);
    const secret = join(dirname(root), 'secret');
    await writeFile(secret, 'secret');
    await rm(path);
    await symlink(secret, path);
    await expect(storage.getBytes(key)).rejects.toThrow(StorageUnavailable);
  });

  it('says which kind of trouble it has, and never names the key', async () => {
    await writeFile(root, 'a file where the directory should be');
    const storage = createFilesystemStorage({ root });
    const key = newStorageKey('photos');
    const error = await storage
      .put(key, new Uint8Array(1), jpeg)
      .catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(StorageUnavailable);
    expect(error).toMatchObject({ operation: 'put', reason: 'ENOTDIR' });
    expect(JSON.stringify(error, Object.getOwnPropertyNames(error))).not.toContain(
      key.slice(7, 39),
    );
  });

  it('works again once the trouble is over', async () => {
    await writeFile(root, 'a file where the directory should be');
    const storage = createFilesystemStorage({ root });
    const key = newStorageKey('photos');
    await expect(storage.put(key, new Uint8Array(1), jpeg)).rejects.toThrow(StorageUnavailable);
    await rm(root);
    await storage.put(key, new Uint8Array(1), jpeg);
    expect(await storage.getBytes(key)).toEqual(new Uint8Array(1));
  });

  it('takes nothing for gone while the whole store is, as when its volume is not mounted', async () => {
    const storage = createFilesystemStorage({ root });
    const key = newStorageKey('photos');
    await storage.put(key, new Uint8Array(1), jpeg);
    await rename(root, `${root}.elsewhere`);
    await mkdir(root);
    await expect(storage.get(key)).rejects.toThrow(StorageUnavailable);
    await expect(storage.getBytes(key)).rejects.toThrow(StorageUnavailable);
    await expect(storage.head(key)).rejects.toThrow(StorageUnavailable);
    await expect(storage.delete([key])).rejects.toThrow(StorageUnavailable);

    await rm(root, { recursive: true });
    await rename(`${root}.elsewhere`, root);
    expect(await storage.getBytes(key)).toEqual(new Uint8Array(1));
  });
});
