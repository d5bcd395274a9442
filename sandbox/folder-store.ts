import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import { LOCK, lockFolder } from './folder-lock.ts';
import type { AccountRecord, Blobs, Change, FileRecord, JobRecord, Store } from './store.ts';

/** Rises when a kept folder can no longer be read by the code of the day. */
const FORMAT = 1;
const JOURNAL = 'journal.jsonl';
const BLOBS = 'blobs';
const BLOB_NAME = /^[\da-f]{64}(\.new)?$/;
/** The journal is written afresh when it has grown by this much and doubled. */
const SLACK_BYTES = 8 * 1024 * 1024;

/**
 * Keeps everything in a folder: `journal.jsonl`, one change a line and the last word on a thing
 * counts, and `blobs/`, pictures by the SHA-256 of their bytes. Every change is written before the
 * call that makes it returns, so a process that is killed loses nothing it has answered; there is
 * no fsync, so a machine that loses power may. Throws a sentence when the folder cannot be used.
 */
export async function openFolderStore(folder: string): Promise<Store> {
  requireOurs(folder);
  // Photos are nobody else's business.
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  mkdirSync(path.join(folder, BLOBS), { recursive: true, mode: 0o700 });
  const lock = await lockFolder(folder);
  try {
    return createFolderStore(folder, () => lock.release());
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** What nobody has a claim to is removed, so the folder must be ours or empty. */
function requireOurs(folder: string): void {
  const found = namesIn(folder);
  if (found.includes(JOURNAL)) return;
  const foreign = found.some((name) => ![BLOBS, LOCK, `${JOURNAL}.new`].includes(name));
  if (foreign || namesIn(path.join(folder, BLOBS)).length > 0) {
    throw new Error(
      `${folder} holds something else. Name a folder that is empty or not there yet.`,
    );
  }
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function createFolderStore(folder: string, release: () => Promise<void>): Store {
  const file = path.join(folder, JOURNAL);
  const state = createState();
  readJournal(file, folder, (change) => state.apply(change));

  let journal = -1;
  let size = 0;
  let sizeAfresh = 0;

  const append = (line: string) => {
    const bytes = Buffer.from(`${line}\n`);
    // A disk that is full takes a part of it.
    for (let at = 0; at < bytes.byteLength; ) at += writeSync(journal, bytes, at);
    // Only now: up to here the journal is whole.
    size += bytes.byteLength;
  };

  /** Replaces the journal by what still counts of it; the rename makes it all or nothing. */
  const rewrite = () => {
    const lines = [{ format: FORMAT }, ...state.all()].map((entry) => `${JSON.stringify(entry)}\n`);
    writeFileSync(`${file}.new`, lines.join(''));
    renameSync(`${file}.new`, file);
    if (journal >= 0) closeSync(journal);
    journal = openSync(file, 'a');
    size = lines.reduce((sum, line) => sum + Buffer.byteLength(line), 0);
    sizeAfresh = size;
  };
  rewrite();

  const blobs = createBlobs(path.join(folder, BLOBS));
  return {
    durable: true,
    blobs,
    kept: () => state.kept(),
    write(change) {
      const made = change();
      try {
        append(JSON.stringify(made));
      } catch (error) {
        // Half a line must not swallow the next one.
        ftruncateSync(journal, size);
        throw error;
      }
      state.apply(made);
      if (size > sizeAfresh * 2 && size > sizeAfresh + SLACK_BYTES) rewrite();
    },
    tidy: () => blobs.tidy(),
    clear() {
      state.clear();
      blobs.clear();
      rewrite();
    },
    async close() {
      closeSync(journal);
      await release();
    },
  };
}

/** The last word on everything, in the order in which things came to be. */
function createState() {
  const jobs = new Map<string, JobRecord>();
  const files = new Map<string, FileRecord>();
  const accounts = new Map<string, AccountRecord>();
  let clockOffset = 0;
  return {
    apply(change: Change) {
      for (const job of change.jobs ?? []) jobs.set(job.id, job);
      for (const file of change.files ?? []) files.set(file.path, file);
      for (const account of change.accounts ?? []) accounts.set(account.key, account);
      for (const id of change.goneJobs ?? []) jobs.delete(id);
      for (const name of change.goneFiles ?? []) files.delete(name);
      clockOffset = change.clockOffset ?? clockOffset;
    },
    *all(): Generator<Change> {
      yield { clockOffset, accounts: [...accounts.values()] };
      for (const file of files.values()) yield { files: [file] };
      for (const job of jobs.values()) yield { jobs: [job] };
    },
    kept: () => ({
      jobs: [...jobs.values()],
      files: [...files.values()],
      accounts: [...accounts.values()],
      clockOffset,
    }),
    clear() {
      jobs.clear();
      files.clear();
      accounts.clear();
      clockOffset = 0;
    },
  };
}

function readJournal(file: string, folder: string, apply: (change: Change) => void): void {
  if (!existsSync(file)) return;
  const lines = readFileSync(file, 'utf8').split('\n');
  // What follows the last line break was being written when the process ended.
  const [head, ...changes] = lines.slice(0, -1);
  if (head === undefined) return;
  const { format }: { format?: number } = parse(head) ?? {};
  if (format !== FORMAT) {
    throw new Error(
      `${folder} was not written by this version of the sandbox. Remove it, or name another folder.`,
    );
  }
  for (const line of changes) {
    const change = parse(line);
    if (!change) throw new Error(`${file} is damaged. Remove ${folder}, or name another folder.`);
    apply(change);
  }
}

function parse(line: string): (Change & { format?: number }) | null {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function createBlobs(folder: string): Blobs & { tidy(): void; clear(): void } {
  const claims = new Map<string, number>();
  const place = (name: string) => path.join(folder, name);
  const hold = (name: string) => {
    claims.set(name, (claims.get(name) ?? 0) + 1);
  };
  const tidy = () => {
    for (const name of readdirSync(folder)) {
      if (BLOB_NAME.test(name) && !claims.has(name)) rmSync(place(name), { force: true });
    }
  };
  return {
    put(bytes) {
      const name = createHash('sha256').update(bytes).digest('hex');
      if (!claims.has(name)) {
        // Under its name only when it is whole.
        writeFileSync(place(`${name}.new`), bytes);
        renameSync(place(`${name}.new`), place(name));
      }
      hold(name);
      return name;
    },
    get(name) {
      try {
        return readFileSync(place(name));
      } catch {
        return undefined;
      }
    },
    hold,
    drop(name) {
      const left = (claims.get(name) ?? 1) - 1;
      if (left > 0) {
        claims.set(name, left);
      } else {
        claims.delete(name);
        rmSync(place(name), { force: true });
      }
    },
    tidy,
    clear() {
      claims.clear();
      tidy();
    },
  };
}
