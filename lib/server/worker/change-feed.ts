import 'server-only';
import pg from 'pg';
import { env } from '#lib/server/env.ts';
import { log } from '#lib/server/log.ts';
import { TRY_ON_CHANGED } from '#lib/server/repositories/try-on-changes.ts';
import { isDraining } from './in-flight.ts';

/**
 * One LISTEN connection a process, however many people watch. Waiting status requests and the worker
 * hear of every visible change of a try-on here. When the connection breaks, everybody who waits is
 * woken (to look for themselves) and it is opened again.
 */

type Listener = (change: { id: string; version: number } | 'look') => void;

const RECONNECT_MS = 1_000;

class ChangeFeed {
  private readonly byId = new Map<string, Set<Listener>>();
  private readonly everything = new Set<Listener>();
  private client: pg.Client | undefined;
  private opening: Promise<void> | undefined;
  private closed = false;

  /** Resolves when changes from now on will be heard. */
  open(): Promise<void> {
    this.closed = false;
    this.opening ??= this.connect().catch((error: unknown) => {
      this.opening = undefined;
      throw error;
    });
    return this.opening;
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({ connectionString: env().DATABASE_URL, keepAlive: true });
    client.on('notification', ({ payload }) => this.tell(payload ?? ''));
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    this.client = client;
    try {
      await client.connect();
      await client.query(`LISTEN ${TRY_ON_CHANGED}`);
    } catch (error) {
      this.client = undefined;
      await client.end().catch(() => {});
      throw error;
    }
    // What changed before this moment was told to nobody here.
    this.tellEverybodyToLook();
  }

  private lost(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    this.opening = undefined;
    this.tellEverybodyToLook();
    this.reconnectLater();
  }

  private reconnectLater(): void {
    setTimeout(() => {
      if (this.closed || this.client) return;
      this.open().catch(() => {
        log.warn('change feed is not connected');
        this.reconnectLater();
      });
    }, RECONNECT_MS).unref();
  }

  private tell(payload: string): void {
    const [id = '', version = ''] = payload.split(':');
    const change = { id, version: Number(version) };
    for (const listener of this.byId.get(id) ?? []) listener(change);
    for (const listener of this.everything) listener(change);
  }

  private tellEverybodyToLook(): void {
    for (const listeners of this.byId.values()) for (const listener of listeners) listener('look');
    for (const listener of this.everything) listener('look');
  }

  watch(id: string, listener: Listener): () => void {
    const listeners = this.byId.get(id) ?? new Set();
    this.byId.set(id, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.byId.delete(id);
    };
  }

  watchAll(listener: Listener): () => void {
    this.everything.add(listener);
    return () => this.everything.delete(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    const { client } = this;
    this.client = undefined;
    this.opening = undefined;
    this.tellEverybodyToLook();
    await client?.end().catch(() => {});
  }
}

/** On the global object: Next bundles routes and instrumentation apart, and both must share it. */
const holder = globalThis as typeof globalThis & { fittingRoomFeed?: ChangeFeed };

export function changeFeed(): ChangeFeed {
  holder.fittingRoomFeed ??= new ChangeFeed();
  return holder.fittingRoomFeed;
}

/** Why a wait ended: a newer version was told, somebody should look, or the time is over. */
export type WaitEnd = 'changed' | 'look' | 'over';

/**
 * Waits until the try-on may be newer than `since`, `waitMs` are over, or the reader has gone.
 * `done` never rejects: whoever waited then looks at the row.
 */
export function awaitTryOnChange(
  id: string,
  since: number,
  waitMs: number,
  signal: AbortSignal,
): { done: Promise<WaitEnd>; cancel: () => void } {
  let end: (why: WaitEnd) => void = () => {};
  const done = new Promise<WaitEnd>((resolve) => {
    const stopWatching = changeFeed().watch(id, (change) => {
      if (change === 'look') end('look');
      else if (change.version > since) end('changed');
    });
    const over = () => end('over');
    const timer = setTimeout(over, waitMs);
    end = (why) => {
      stopWatching();
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      resolve(why);
    };
    signal.addEventListener('abort', over);
    // Nobody is held by a process that is on its way out.
    if (signal.aborted || isDraining()) over();
    // Without the feed nobody would wake us: then the answer goes out at once and is asked for again.
    else changeFeed().open().catch(over);
  });
  return { done, cancel: () => end('over') };
}
