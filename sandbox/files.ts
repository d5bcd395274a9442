import { randomUUID } from 'node:crypto';
import { type Rewrite, redirectTo } from './answer-rewrites.ts';
import type { Clock } from './clock.ts';
import { faultNamed } from './faults.ts';
import type { FileRecord, FileSpecial, Store } from './store.ts';

const SEVEN_DAYS_MS = 7 * 24 * 3600_000;

export interface StoredFile {
  bytes: Uint8Array;
  contentType: string;
  /** A fault in how this file is served. */
  rewrite: Rewrite | null;
}

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

export interface FilesOptions {
  clock: Clock;
  /** Bytes of all files together, beyond which the oldest make room. */
  maxBytes: number;
  store: Store;
}

/**
 * Uploaded assets (`/assets/…`) and finished pictures (`/generations/…`). Both are
 * public to whoever has the link and live seven days, as at the provider; beyond
 * `maxBytes` in all the oldest make room.
 */
export function createFiles({ clock, maxBytes, store }: FilesOptions) {
  const files = new Map<string, FileRecord>();
  let total = 0;

  const hold = (file: FileRecord) => {
    files.set(file.path, file);
    total += file.size;
  };
  const drop = (file: FileRecord) => {
    files.delete(file.path);
    total -= file.size;
    // The word first: bytes without a file are tidied up, a file without bytes is a lie.
    store.write(() => ({ goneFiles: [file.path] }));
    store.blobs.drop(file.blob);
  };
  const sweep = () => {
    // Insertion order is order of expiry, so the first live one ends the sweep.
    for (const file of files.values()) {
      if (file.expiresAt > clock.now() && (total <= maxBytes || files.size === 1)) break;
      drop(file);
    }
  };

  const prepare = (
    folder: 'assets' | 'generations',
    bytes: Uint8Array,
    contentType: string,
    special: FileSpecial | null = null,
  ): FileRecord => ({
    path: `/${folder}/${randomUUID()}.${EXTENSIONS[contentType] ?? 'bin'}`,
    blob: store.blobs.put(bytes),
    size: bytes.byteLength,
    contentType,
    expiresAt: clock.now() + SEVEN_DAYS_MS,
    special,
  });

  return {
    /** Takes the bytes in; the file is there once `add` is called with it. */
    prepare,
    /** Makes prepared files known that the caller has written to the store. */
    add(...prepared: FileRecord[]) {
      for (const file of prepared) hold(file);
      sweep();
    },
    find(path: string): StoredFile | undefined {
      const file = files.get(path);
      if (!file) return undefined;
      if (file.expiresAt <= clock.now()) {
        drop(file);
        return undefined;
      }
      const bytes = store.blobs.get(file.blob);
      return bytes && { bytes, contentType: file.contentType, rewrite: rewriteOf(file.special) };
    },
    count: () => files.size,
    restore(kept: readonly FileRecord[]) {
      for (const file of kept) {
        store.blobs.hold(file.blob);
        hold(file);
      }
      sweep();
    },
    /** Forgets all files; their bytes go with the store's. */
    clear() {
      files.clear();
      total = 0;
    },
  };
}

export type Files = ReturnType<typeof createFiles>;

function rewriteOf(special: FileSpecial | null): Rewrite | null {
  if (!special) return null;
  if ('redirectTo' in special) return redirectTo(special.redirectTo);
  return faultNamed(special.fault)?.file ?? null;
}

/** The content type that the first bytes speak of, or null when they are no picture we know. */
export function sniffImage(bytes: Uint8Array): string | null {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (bytes[0] === 0x89 && text(1, 4) === 'PNG') return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(0, 4) === 'GIF8') return 'image/gif';
  return null;
}
