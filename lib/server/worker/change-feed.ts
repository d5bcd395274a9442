import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
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
const RETRY_MS = 1_000;
const CONNECT_WITHIN_MS = 10_000;
const READ_AT_ONCE = 1_000;

class ChangeFeed {
  private readonly byId = new Map<string, Set<Listener>>();
  private readonly everything = new Set<() => void>();
  /** The one that listens. */
  private client: pg.Client | undefined;
  private opening: Promise<void> | undefined;
  /** Set while nobody tries to connect, since it has just failed. */
  private rest: NodeJS.Timeout | undefined;
  private closed = false;
  private readonly onClose = new Set<() => void>();

  /** Resolves when changes from now on will be heard. */
  open(): Promise<void> {
    this.closed = false;
    if (this.opening) return this.opening;
    if (this.rest) return Promise.reject(new Error('The change feed could not connect just now.'));
    const opening: Promise<void> = this.connect(() => this.opening === opening).catch(
      (error: unknown) => {
        if (this.opening === opening) {
          this.opening = undefined;
          log.warn('change feed is not connected');
          this.reconnectLater();
        }
        throw error;
      },
    );
    this.opening = opening;
    return opening;
  }

  /** @param isWanted false when it was closed meanwhile, and perhaps another is under way. */
  private async connect(isWanted: () => boolean): Promise<void> {
    const client = new pg.Client({
      connectionString: env().DATABASE_URL,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      query_timeout: CONNECT_WITHIN_MS,
    });
    client.on('notification', ({ payload }) => this.hear(payload ?? ''));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    try {
      await client.connect();
      await client.query(`LISTEN ${TRY_ON_CHANGED}`);
      if (!isWanted()) throw new Error('The change feed was closed.');
    } catch (error) {
      void client.end().catch(() => {});
      throw error;
    }
    this.client = client;
    void this.catchUp(client);
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.opening = undefined;
    if (!this.closed) this.open().catch(() => {});
  }

  private reconnectLater(): void {
    this.rest = setTimeout(() => {
      this.rest = undefined;
      if (!this.closed) this.open().catch(() => {});
    }, RETRY_MS).unref();
  }

  /** What changed before this moment was told to nobody here. */
  private async catchUp(client: pg.Client): Promise<void> {
    while (this.client === client) {
      try {
        await this.tellWhereAllStand();
        return;
      } catch {
        log.warn('change feed could not catch up');
        await pause(RETRY_MS, undefined, { ref: false });
      }
    }
  }

  private async tellWhereAllStand(): Promise<void> {
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
    clearTimeout(this.rest);
    this.rest = undefined;
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
