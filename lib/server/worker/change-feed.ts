import 'server-only';
import pg from 'pg';
import { pool } from '#lib/server/db.ts';
import { env } from '#lib/server/env.ts';
import { log } from '#lib/server/log.ts';
import { findVersions, TRY_ON_CHANGED } from '#lib/server/repositories/try-on-changes.ts';
import { isDraining } from './in-flight.ts';

/**
 * One LISTEN connection a process, however many people watch. Waiting status requests and the worker
 * hear of every visible change of a try-on here. When the connection breaks it is opened again, and
 * what was changed meanwhile is then read for all who wait, many by one statement: thousands who each
 * looked for themselves would be more than the database is asked in a minute.
 */

type Listener = (version: number) => void;

/** Between two that failed; the first is tried at once, since nobody is told anything meanwhile. */
const RECONNECT_MS = 1_000;
const READ_AT_ONCE = 1_000;

class ChangeFeed {
  private readonly byId = new Map<string, Set<Listener>>();
  private readonly everything = new Set<() => void>();
  private client: pg.Client | undefined;
  private opening: Promise<void> | undefined;
  private reconnecting: NodeJS.Timeout | undefined;
  private closed = false;
  private readonly onClose = new Set<() => void>();

  /** Resolves when changes from now on will be heard. */
  open(): Promise<void> {
    this.closed = false;
    this.opening ??= this.connect().catch((error: unknown) => {
      this.opening = undefined;
      log.warn('change feed is not connected');
      this.reconnectIn(RECONNECT_MS);
      throw error;
    });
    return this.opening;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true });
    client.on('notification', ({ payload }) => this.hear(payload ?? ''));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${TRY_ON_CHANGED}`);
      // What changed before this moment was told to nobody here.
      await this.catchUp();
    } catch (error) {
      this.client = undefined;
      await client.end().catch(() => {});
      throw error;
    }
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.opening = undefined;
    this.reconnectIn(0);
  }

  private reconnectIn(ms: number): void {
    clearTimeout(this.reconnecting);
    this.reconnecting = setTimeout(() => {
      if (!this.closed) this.open().catch(() => {});
    }, ms).unref();
  }

  private async catchUp(): Promise<void> {
    for (const listener of this.everything) listener();
    const ids = [...this.byId.keys()];
    for (let from = 0; from < ids.length; from += READ_AT_ONCE) {
      const versions = await findVersions(pool(), ids.slice(from, from + READ_AT_ONCE));
      for (const [id, version] of versions) this.tell(id, version);
    }
  }

  private hear(payload: string): void {
    const [id = '', version = ''] = payload.split(':');
    this.tell(id, Number(version));
    for (const listener of this.everything) listener();
  }

  private tell(id: string, version: number): void {
    for (const listener of this.byId.get(id) ?? []) listener(version);
  }

  /** @param closed when nothing will be heard any more. */
  watch(id: string, listener: Listener, closed: () => void): () => void {
    const listeners = this.byId.get(id) ?? new Set();
    this.byId.set(id, listeners.add(listener));
    this.onClose.add(closed);
    return () => {
      listeners.delete(listener);
      // Whoever came since then has another set of the same name.
      if (listeners.size === 0 && this.byId.get(id) === listeners) this.byId.delete(id);
      this.onClose.delete(closed);
    };
  }

  watchAll(listener: () => void): () => void {
    this.everything.add(listener);
    return () => this.everything.delete(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    const { client } = this;
    this.client = undefined;
    this.opening = undefined;
    for (const closed of this.onClose) closed();
    await client?.end().catch(() => {});
  }
}

/** On the global object: Next bundles routes and instrumentation apart, and both must share it. */
const holder = globalThis as typeof globalThis & { fittingRoomFeed?: ChangeFeed };

export function changeFeed(): ChangeFeed {
  holder.fittingRoomFeed ??= new ChangeFeed();
  return holder.fittingRoomFeed;
}

/** Why a wait ended: a newer version was told, or nobody waits any longer. */
export type WaitEnd = 'changed' | 'over';

/**
 * Waits until the try-on is newer than `since`, `waitMs` are over, or the reader has gone.
 * `done` never rejects: whoever waited then looks at the row.
 */
export function awaitTryOnChange(
  id: string,
  since: number,
  waitMs: number,
  signal: AbortSignal,
): { done: Promise<WaitEnd>; cancel: () => void } {
  const { promise: done, resolve } = Promise.withResolvers<WaitEnd>();
  const end = (why: WaitEnd) => {
    stopWatching();
    clearTimeout(timer);
    signal.removeEventListener('abort', over);
    resolve(why);
  };
  const over = () => end('over');
  const stopWatching = changeFeed().watch(
    id,
    (version) => {
      if (version > since) end('changed');
    },
    over,
  );
  const timer = setTimeout(over, waitMs);
  signal.addEventListener('abort', over);
  // Nobody is held by a process that is on its way out.
  if (signal.aborted || isDraining()) over();
  // Without the feed nobody would wake us: then the answer goes out at once and is asked for again.
  else changeFeed().open().catch(over);
  return { done, cancel: over };
}
