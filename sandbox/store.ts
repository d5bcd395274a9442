import type { Metrics } from './job.ts';
import type { Category } from './validation.ts';

/** Where a picture still to be dressed comes from. */
export type InputRef =
  /** As the client sent it. */
  | { value: string }
  /** As the client sent it, kept beside because it is long (a data URI). */
  | { text: string }
  /** Already downloaded. */
  | { bytes: string };

/** What there is to do for a job that has not ended. */
export type Task =
  | { kind: 'dress'; photo: InputRef; garment: InputRef; category: Category; seed: number }
  | { kind: 'fail'; error: string | null }
  /** It never ends; only its hour does. */
  | { kind: 'wait' };

/** A job as it is kept. Times are milliseconds since the epoch; null stands for never. */
export interface JobRecord {
  id: string;
  /** Fingerprint of the key. */
  key: string;
  fault: string | null;
  base64: boolean;
  /** Not in what was kept before it was. */
  seed?: number;
  /** Where the client reached this server. */
  origin: string;
  submittedAt: number;
  startsAt: number | null;
  endsAt: number | null;
  task: Task;
  settled: { path: string | null; error: string | null; metrics: Metrics } | null;
  statusCalls: number;
  resultCalls: number;
  toldCompleted: boolean;
}

export interface FileRecord {
  path: string;
  /** Name of its bytes among the blobs. */
  blob: string;
  size: number;
  contentType: string;
  expiresAt: number;
  special: FileSpecial | null;
}

/** A fault in how a file is served, by name so that it can be kept. */
export type FileSpecial = { fault: string } | { redirectTo: string };

export interface AccountRecord {
  /** Fingerprint of the key. */
  key: string;
  credits: number;
}

/** One change. All of it is kept or none, so that a bill and the job it is for stay together. */
export interface Change {
  jobs?: JobRecord[];
  files?: FileRecord[];
  accounts?: AccountRecord[];
  goneJobs?: string[];
  goneFiles?: string[];
  /** Milliseconds by which the clock was moved ahead of the machine's. */
  clockOffset?: number;
}

/** What was kept, each list in the order in which its entries came to be. */
export interface Kept {
  jobs: JobRecord[];
  files: FileRecord[];
  accounts: AccountRecord[];
  clockOffset: number;
}

/** Bytes under names. Each `put` and `hold` is undone by one `drop`. */
export interface Blobs {
  put(bytes: Uint8Array): string;
  get(name: string): Uint8Array | undefined;
  /** Claims bytes kept from before. */
  hold(name: string): void;
  drop(name: string): void;
}

/** Where the sandbox keeps what must outlive a request: in memory or in a folder. */
export interface Store {
  /** Whether it outlives the process. */
  readonly durable: boolean;
  readonly blobs: Blobs;
  kept(): Kept;
  /**
   * Keeps a change before it returns. `change` is not called by a store that keeps nothing.
   * Throws when the disk does not take it.
   */
  write(change: () => Change): void;
  /** Removes bytes that nothing claimed since the start. */
  tidy(): void;
  /** Forgets everything. */
  clear(): void;
  close(): Promise<void>;
}

/** Keeps bytes in memory and nothing beyond the process. */
export function createMemoryStore(): Store {
  const blobs = new Map<string, Uint8Array>();
  let last = 0;
  return {
    durable: false,
    blobs: {
      put(bytes) {
        last += 1;
        const name = String(last);
        blobs.set(name, bytes);
        return name;
      },
      get: (name) => blobs.get(name),
      hold() {},
      drop(name) {
        blobs.delete(name);
      },
    },
    kept: () => ({ jobs: [], files: [], accounts: [], clockOffset: 0 }),
    write() {},
    tidy() {},
    clear: () => blobs.clear(),
    close: async () => {},
  };
}
