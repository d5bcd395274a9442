import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Client } from 'undici';
import { statusPath } from '#lib/client/try-on-polling.ts';
import { TRY_ON_CHANGED } from '#lib/server/repositories/try-on-changes.ts';
import { ask, browserHeaders, openConnection } from './load.ts';
import type { Shopper } from './seeded-shoppers.ts';

const RETRY_MS = 500;
const WRITERS = 4;
const TICK_MS = 5;

interface Change {
  version: number;
  committedAt: number;
  told: (ms: number) => void;
}

/** What has become of changes that were made at a steady rate. */
export interface Changed {
  /** How long after the commit each shopper had the whole answer, in milliseconds. */
  told: number[];
  /** The same from when each change was due: with the time that it waited for a writer. */
  toldFromDue: number[];
  /** Commits a second: less than was wanted where writers or the database are too slow. */
  reached: number;
}

/** Shoppers who follow their try-ons as the browser does, each on a connection of her own. */
export class WaitingShoppers {
  /** By what went wrong. */
  readonly wrong: Record<string, number> = {};
  /** Questions that are with the server now. */
  open = 0;
  /** Answers that told of nothing new: the hold was over. */
  renewals = 0;
  private readonly shoppers: Shopper[];
  private readonly connections: Client[];
  private readonly changes = new Map<string, Change>();
  private readonly writers: pg.Pool;
  private stopped = false;

  constructor(url: string, databaseUrl: string, shoppers: Shopper[]) {
    this.shoppers = shoppers;
    this.connections = shoppers.map(() => openConnection(url));
    this.writers = new pg.Pool({ connectionString: databaseUrl, max: WRITERS });
  }

  /**
   * Everybody opens her page in the same instant, and from then on waits for news.
   *
   * @returns how long each waited for the first answer, in milliseconds.
   */
  comeAtOnce(): Promise<number[]> {
    return Promise.all(
      this.shoppers.map(async (shopper, place) => {
        const startedAt = performance.now();
        await this.askUntilAnswered(shopper, place, statusPath(shopper.tryOnId, undefined));
        void this.follow(shopper, place);
        return performance.now() - startedAt;
      }),
    );
  }

  get errors(): number {
    return Object.values(this.wrong).reduce((sum, one) => sum + one, 0);
  }

  private async follow(shopper: Shopper, place: number): Promise<void> {
    let cached: { path: string; etag: string } | undefined;
    while (!this.stopped) {
      const { tryOnId, version } = shopper;
      const path = statusPath(tryOnId, version);
      // The browser's cache knows an answer by its address.
      const known: Record<string, string> =
        cached?.path === path ? { 'if-none-match': cached.etag } : {};
      const etag = await this.askUntilAnswered(shopper, place, path, known);
      cached = { path, etag };
      if (shopper.version === version) this.renewals += 1;
    }
  }

  private async askUntilAnswered(
    shopper: Shopper,
    place: number,
    path: string,
    known: Record<string, string> = {},
  ): Promise<string> {
    for (;;) {
      this.open += 1;
      try {
        const headers = { ...browserHeaders, cookie: shopper.cookie, ...known };
        const { status, etag = '' } = await ask(this.connections[place] as Client, {
          path,
          headers,
        });
        if (status !== 200 && status !== 304) throw new Error(`answer ${status}`);
        const version = Number(/\.(\d+)"$/.exec(etag)?.[1]);
        if (version > shopper.version) this.hear(shopper, version);
        return etag;
      } catch (error) {
        if (this.stopped) return '';
        const name = nameOf(error);
        this.wrong[name] = (this.wrong[name] ?? 0) + 1;
      } finally {
        this.open -= 1;
      }
      await pause(RETRY_MS);
    }
  }

  private hear(shopper: Shopper, version: number): void {
    shopper.version = version;
    const change = this.changes.get(shopper.tryOnId);
    if (!change || change.version > version) return;
    this.changes.delete(shopper.tryOnId);
    change.told(performance.now() - change.committedAt);
  }

  /**
   * Changes try-ons at a steady rate, as a worker would: the version and the notice in one transaction.
   */
  async changeSome(perSecond: number, seconds: number): Promise<Changed> {
    const all = perSecond * seconds;
    const changing: ReturnType<WaitingShoppers['changeOne']>[] = [];
    const startedAt = performance.now();
    while (changing.length < all) {
      await pause(TICK_MS);
      const due = Math.min(all, ((performance.now() - startedAt) / 1000) * perSecond);
      while (changing.length < due) {
        changing.push(this.changeOne(startedAt + (changing.length / perSecond) * 1000));
      }
    }
    const changed = await Promise.all(changing);
    const lastAt = Math.max(...changed.map(({ committedAt }) => committedAt));
    return {
      told: changed.map(({ told }) => told),
      toldFromDue: changed.map(({ toldFromDue }) => toldFromDue),
      reached: (all - 1) / ((lastAt - startedAt) / 1000),
    };
  }

  private async changeOne(dueAt: number) {
    const shopper = this.somebodyNotChanging();
    const { promise, resolve } = Promise.withResolvers<number>();
    const change = { version: shopper.version + 1, committedAt: Number.NaN, told: resolve };
    this.changes.set(shopper.tryOnId, change);
    const client = await this.writers.connect();
    try {
      await client.query('BEGIN');
      await client.query('UPDATE "TryOn" SET version = $2 WHERE id = $1', [
        shopper.tryOnId,
        change.version,
      ]);
      await client.query('SELECT pg_notify($1, $2)', [
        TRY_ON_CHANGED,
        `${shopper.tryOnId}:${change.version}`,
      ]);
      // From before it: what is told may be here sooner than the word that it was committed.
      change.committedAt = performance.now();
      await client.query('COMMIT');
    } finally {
      client.release();
    }
    const told = await promise;
    const { committedAt } = change;
    return { told, toldFromDue: committedAt + told - dueAt, committedAt };
  }

  private somebodyNotChanging(): Shopper {
    for (;;) {
      const shopper = this.shoppers[Math.floor(Math.random() * this.shoppers.length)];
      if (shopper && !this.changes.has(shopper.tryOnId)) return shopper;
    }
  }

  /** Ends the connection on which the server hears of changes. */
  async breakFeed(): Promise<void> {
    const { rowCount } = await this.writers.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE query LIKE 'LISTEN try_on%' AND datname = current_database()`,
    );
    if (rowCount !== 1) throw new Error(`${rowCount} connections were listening.`);
  }

  /** Connections of everybody but us to the database. */
  async countConnections(): Promise<number> {
    const { rows } = await this.writers.query<{ count: number }>(
      `SELECT count(*)::int FROM pg_stat_activity
       WHERE datname = current_database() AND backend_type = 'client backend'`,
    );
    return (rows[0]?.count ?? Number.NaN) - this.writers.totalCount;
  }

  async stop(): Promise<void> {
    if (this.stopped) return;
    this.stopped = true;
    await Promise.all(this.connections.map((connection) => connection.destroy()));
    await this.writers.end();
  }
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}
