import 'server-only';
import path from 'node:path';
import { env } from '#lib/server/env.ts';
import { createFilesystemStorage } from './filesystem-storage.ts';
import type { Storage } from './storage.ts';
import { createVercelBlobStorage } from './vercel-blob-storage.ts';

let current: Storage | undefined;

/** The store of this installation: Vercel Blob when there is a token, else the data folder. */
export function storage(): Storage {
  current ??= choose();
  return current;
}

function choose(): Storage {
  const { BLOB_READ_WRITE_TOKEN: token, FITTING_ROOM_DATA } = env();
  if (token) return createVercelBlobStorage({ token });
  return createFilesystemStorage({ root: path.resolve(FITTING_ROOM_DATA, 'blobs') });
}
