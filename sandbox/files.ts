import { randomUUID } from 'node:crypto';
import type { Rewrite } from './answer-rewrites.ts';
import type { Clock } from './clock.ts';

const SEVEN_DAYS_MS = 7 * 24 * 3600_000;

export interface StoredFile {
  bytes: Uint8Array;
  contentType: string;
  expiresAt: number;
  /** A fault in how this file is served. */
  rewrite: Rewrite | null;
}

const EXTENSIONS: Record<string, string> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
};

/**
 * Uploaded assets (`/assets/…`) and finished pictures (`/generations/…`), in memory.
 * Both are public to whoever has the link and live seven days, as at the provider;
 * beyond `maxBytes` in all the oldest make room.
 */
export function createFiles({ clock, maxBytes }: { clock: Clock; maxBytes: number }) {
  const files = new Map<string, StoredFile>();
  let total = 0;

  const drop = (path: string, file: StoredFile) => {
    files.delete(path);
    total -= file.bytes.byteLength;
  };
  const sweep = () => {
    // Insertion order is order of expiry, so the first live one ends the sweep.
    for (const [path, file] of files) {
      if (file.expiresAt > clock.now() && (total <= maxBytes || files.size === 1)) break;
      drop(path, file);
    }
  };

  return {
    /** Keeps the bytes and returns their path on this server. */
    add(
      folder: 'assets' | 'generations',
      bytes: Uint8Array,
      contentType: string,
      rewrite: Rewrite | null = null,
    ): string {
      const path = `/${folder}/${randomUUID()}.${EXTENSIONS[contentType] ?? 'bin'}`;
      files.set(path, { bytes, contentType, expiresAt: clock.now() + SEVEN_DAYS_MS, rewrite });
      total += bytes.byteLength;
      sweep();
      return path;
    },
    find(path: string): StoredFile | undefined {
      const file = files.get(path);
      if (!file) return undefined;
      if (file.expiresAt > clock.now()) return file;
      drop(path, file);
      return undefined;
    },
    count: () => files.size,
    clear() {
      files.clear();
      total = 0;
    },
  };
}

export type Files = ReturnType<typeof createFiles>;

/** The content type that the first bytes speak of, or null when they are no picture we know. */
export function sniffImage(bytes: Uint8Array): string | null {
  const text = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to));
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (bytes[0] === 0x89 && text(1, 4) === 'PNG') return 'image/png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return 'image/webp';
  if (text(0, 4) === 'GIF8') return 'image/gif';
  return null;
}
