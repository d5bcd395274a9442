import 'server-only';

import { randomBytes } from 'node:crypto';
import type { Dirent } from 'node:fs';
import { constants } from 'node:fs';
import {
  chmod,
  type FileHandle,
  mkdir,
  open,
  readdir,
  rename,
  stat,
  unlink,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  assertContentType,
  assertStorageKey,
  BodyBroken,
  contentTypeOf,
  isStorageKey,
  piecesOf,
  type Storage,
  type StoragePage,
  StorageUnavailable,
} from './storage.ts';

export type FilesystemStorageOptions = {
  /** An absolute directory that belongs to us alone; made when it is missing. */
  root: string;
  /** Keys on a page of `list`. */
  pageSize?: number;
};

const DIRECTORY_MODE = 0o700;
const FILE_MODE = 0o600;
const CHUNK_BYTES = 64 * 1024;
/** Where files are written before they are whole; one that a crash left here is removed later. */
const UNFINISHED = '.unfinished';
const UNFINISHED_FOR_MS = 60 * 60 * 1000;

/**
 * Files below one directory, readable by the server's user only. A key `photos/ab12….jpg` lies at
 * `photos/ab/ab12….jpg`: 256 directories a kind keep each small, and walking them in order is
 * walking the keys in order.
 */
export function createFilesystemStorage({
  root,
  pageSize = 1_000,
}: FilesystemStorageOptions): Storage {
  let ready: Promise<void> | undefined;

  /** Once a process; tried again when it failed. */
  function prepare(): Promise<void> {
    ready ??= prepareRoot(root).catch((error: unknown) => {
      ready = undefined;
      throw error;
    });
    return ready;
  }

  /**
   * Null for a file that is not there, as long as the store itself is: a volume that is not mounted
   * has no files either, and a photo that seems to be gone calls its try-ons off.
   */
  async function absentHere<T>(promise: Promise<T>): Promise<T | null> {
    const found = await absentAsNull(promise);
    if (found === null) await stat(join(root, UNFINISHED));
    return found;
  }

  return {
    async put(key, bytes, { contentType }) {
      assertContentType(key, contentType);
      await guarded('put', async () => {
        await prepare();
        await writeWhole(pathOf(root, key), join(root, UNFINISHED), (file) =>
          file.writeFile(bytes),
        );
      });
    },

    async putStream(key, body, { contentType }) {
      assertContentType(key, contentType);
      await guarded('put', async () => {
        await prepare();
        await writeWhole(pathOf(root, key), join(root, UNFINISHED), async (file) => {
          for await (const piece of piecesOf(body)) await file.writeFile(piece);
        });
      });
    },

    async get(key) {
      const contentType = contentTypeOf(key);
      return guarded('get', async () => {
        const file = await absentHere(openFile(pathOf(root, key)));
        if (file === null) return null;
        const { size } = await file.stat();
        return { body: streamOf(file), size, contentType };
      });
    },

    async getBytes(key) {
      assertStorageKey(key);
      return guarded('get', async () => {
        const file = await absentHere(openFile(pathOf(root, key)));
        if (file === null) return null;
        try {
          return new Uint8Array(await file.readFile());
        } finally {
          await file.close();
        }
      });
    },

    async head(key) {
      const contentType = contentTypeOf(key);
      return guarded('head', async () => {
        const facts = await absentHere(stat(pathOf(root, key)));
        return facts && { size: facts.size, contentType, storedAt: facts.mtime };
      });
    },

    async delete(keys) {
      keys.forEach(assertStorageKey);
      await guarded('delete', async () => {
        for (const key of keys) await absentHere(unlink(pathOf(root, key)));
      });
    },

    async list(prefix, cursor = null) {
      return guarded('list', () => listPage(root, prefix, cursor, pageSize));
    },
  };
}

async function prepareRoot(root: string): Promise<void> {
  const unfinished = join(root, UNFINISHED);
  await mkdir(unfinished, { recursive: true, mode: DIRECTORY_MODE });
  // A root that was there before us may be open to others.
  await chmod(root, DIRECTORY_MODE);
  for (const name of await readdir(unfinished)) {
    const path = join(unfinished, name);
    const facts = await absentAsNull(stat(path));
    if (facts && Date.now() - facts.mtimeMs > UNFINISHED_FOR_MS) await absentAsNull(unlink(path));
  }
}

function pathOf(root: string, key: string): string {
  const name = basename(key);
  return join(root, dirname(key), name.slice(0, 2), name);
}

/** Written beside, flushed, then renamed: a reader or a crash sees all of it or none. */
async function writeWhole(
  path: string,
  unfinished: string,
  write: (file: FileHandle) => Promise<void>,
): Promise<void> {
  const temporary = join(unfinished, randomBytes(16).toString('hex'));
  const directory = dirname(path);
  await mkdir(directory, { recursive: true, mode: DIRECTORY_MODE });
  try {
    const file = await open(temporary, 'wx', FILE_MODE);
    try {
      await write(file);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await absentAsNull(unlink(temporary));
    throw error;
  }
  await flushDirectory(directory);
}

/** Without this a power cut may forget the new name although the bytes are on the disk. */
async function flushDirectory(path: string): Promise<void> {
  const directory = await open(path, constants.O_RDONLY);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** A symbolic link in the store is not ours and is not followed. */
function openFile(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
}

function streamOf(file: FileHandle): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      try {
        const { bytesRead, buffer } = await file.read(new Uint8Array(CHUNK_BYTES), 0, CHUNK_BYTES);
        if (bytesRead > 0) {
          controller.enqueue(buffer.subarray(0, bytesRead));
          return;
        }
      } catch (error) {
        await file.close();
        throw new StorageUnavailable('get', reasonOf(error));
      }
      await file.close();
      controller.close();
    },
    async cancel() {
      await file.close();
    },
  });
}

/** The cursor is the last key of the page before. */
async function listPage(
  root: string,
  prefix: string,
  cursor: string | null,
  pageSize: number,
): Promise<StoragePage> {
  const after = cursor ?? '';
  const items: StoragePage['items'] = [];
  for (const kind of await directoriesIn(root)) {
    if (!`${kind}/`.startsWith(prefix)) continue;
    for (const shard of await directoriesIn(join(root, kind))) {
      if (`${kind}/${shard}` < after.slice(0, kind.length + 1 + shard.length)) continue;
      for (const name of await filesIn(join(root, kind, shard))) {
        const key = `${kind}/${name}`;
        if (key <= after || !isStorageKey(key)) continue;
        if (items.length === pageSize) return { items, cursor: items.at(-1)?.key ?? null };
        const facts = await absentAsNull(stat(pathOf(root, key)));
        if (facts) items.push({ key, size: facts.size, storedAt: facts.mtime });
      }
    }
  }
  return { items, cursor: null };
}

async function directoriesIn(directory: string): Promise<string[]> {
  return (await entriesOf(directory))
    .filter((entry) => entry.isDirectory())
    .map(nameOf)
    .sort();
}

async function filesIn(directory: string): Promise<string[]> {
  return (await entriesOf(directory))
    .filter((entry) => entry.isFile())
    .map(nameOf)
    .sort();
}

async function entriesOf(directory: string): Promise<Dirent[]> {
  return (await absentAsNull(readdir(directory, { withFileTypes: true }))) ?? [];
}

function nameOf(entry: Dirent): string {
  return entry.name;
}

async function guarded<T>(operation: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BodyBroken) throw error.cause;
    throw new StorageUnavailable(operation, reasonOf(error));
  }
}

async function absentAsNull<T>(promise: Promise<T>): Promise<T | null> {
  try {
    return await promise;
  } catch (error) {
    if (reasonOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** The code only: the message of a file-system error names the path. */
function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unexpected';
}
