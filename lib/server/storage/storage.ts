import 'server-only';

/**
 * Where pictures and files are kept: one interface, two drivers (`filesystem-storage.ts`,
 * `vercel-blob-storage.ts`), one contract that both are tested by (`storage.contract.ts`).
 *
 * Everything in it is private: nothing here makes a URL. Who may see what is decided before a key
 * is looked up. Keys, URLs and bytes never stand in an error, so that none can reach a log.
 */
export type Storage = {
  /**
   * Stores the bytes under the key, whole or not at all. Doing it again is harmless and replaces
   * what was there: keys are random, so the only one who writes a key twice is a retry.
   */
  put(key: string, bytes: Uint8Array, options: { contentType: string }): Promise<void>;
  /**
   * The same for what is too large to be held in memory: a few megabytes of it are there at a time.
   * A body that breaks off leaves nothing behind, and its own error is thrown as it is.
   */
  putStream(
    key: string,
    body: ReadableStream<Uint8Array>,
    options: { contentType: string },
  ): Promise<void>;
  /** Opens what is stored; `null` when there is nothing. Read the body to its end or cancel it. */
  get(key: string): Promise<StoredBody | null>;
  /** All of what is stored, in memory; `null` when there is nothing. */
  getBytes(key: string): Promise<Uint8Array | null>;
  /** What is known of it without reading it; `null` when there is nothing. */
  head(key: string): Promise<StoredFacts | null>;
  /** Forgets them. A key that holds nothing counts as done. */
  delete(keys: readonly string[]): Promise<void>;
  /** A page of the keys that begin with the prefix, in no promised order; pass `cursor` to go on. */
  list(prefix: StoragePrefix, cursor?: string | null): Promise<StoragePage>;
};

export type StoredFacts = { size: number; contentType: string; storedAt: Date };

export type StoredBody = { body: ReadableStream<Uint8Array>; size: number; contentType: string };

export type StoragePage = {
  items: { key: string; size: number; storedAt: Date }[];
  /** `null` on the last page. */
  cursor: string | null;
};

/** Everything, or everything of one kind. */
export type StoragePrefix = '' | `${StorageKind}/`;

/**
 * The store could not do it: worth another attempt later. `reason` is a short word for a log, such
 * as `ENOSPC` or `rate_limited`; the cause itself is dropped, because it may name the key.
 */
export class StorageUnavailable extends Error {
  readonly operation: string;
  readonly reason: string;

  constructor(operation: string, reason: string) {
    super(`Storage could not ${operation}: ${reason}`);
    this.name = 'StorageUnavailable';
    this.operation = operation;
    this.reason = reason;
  }
}

/** What a body that was to be stored broke off with, told apart from trouble of the store's own. */
export class BodyBroken extends Error {
  constructor(cause: unknown) {
    super('The body broke off', { cause });
    this.name = 'BodyBroken';
  }
}

/** The pieces of a body. @throws BodyBroken */
export async function* piecesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((error: unknown) => {
        throw new BodyBroken(error);
      });
      if (done) return;
      yield value;
    }
  } finally {
    // Whoever stops half-way wants no more of it.
    await reader.cancel().catch(() => {});
  }
}

/** A key that `newStorageKey` did not make: a mistake of ours, or somebody's attempt to climb out. */
export class InvalidStorageKey extends Error {
  constructor() {
    super('Not a storage key');
    this.name = 'InvalidStorageKey';
  }
}

const storageKinds = [
  'photos',
  'inputs',
  'looks',
  'garments',
  'models',
  'imports',
  'exports',
] as const;

export type StorageKind = (typeof storageKinds)[number];

const contentTypes = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  csv: 'text/csv',
  json: 'application/json',
  xml: 'application/xml',
  zip: 'application/zip',
} as const;

export type StorageExtension = keyof typeof contentTypes;

const KEY = new RegExp(
  `^(?:${storageKinds.join('|')})/[0-9a-f]{32}\\.(${Object.keys(contentTypes).join('|')})$`,
);

/** A new key such as `photos/<32 hex digits>.jpg`: 128 random bits, nothing about its owner. */
export function newStorageKey(kind: StorageKind, extension: StorageExtension = 'jpg'): string {
  const random = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('hex');
  return `${kind}/${random}.${extension}`;
}

export function isStorageKey(key: string): boolean {
  return KEY.test(key);
}

/** @throws InvalidStorageKey */
export function assertStorageKey(key: string): void {
  if (!isStorageKey(key)) throw new InvalidStorageKey();
}

/**
 * What a key's extension says its content is. The extension is the only record of it, so a driver
 * needs no second place to keep it.
 * @throws InvalidStorageKey
 */
export function contentTypeOf(key: string): string {
  const extension = KEY.exec(key)?.[1];
  if (!isExtension(extension)) throw new InvalidStorageKey();
  return contentTypes[extension];
}

/**
 * Keeps a picture from being stored, and later served, as something else.
 * @throws InvalidStorageKey when the key is none, or its extension is of another content type
 */
export function assertContentType(key: string, contentType: string): void {
  if (contentTypeOf(key) !== contentType) throw new InvalidStorageKey();
}

function isExtension(value: string | undefined): value is StorageExtension {
  return value !== undefined && Object.hasOwn(contentTypes, value);
}
