import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Prisma } from '#lib/server/generated/prisma/client.ts';
import { currentConsent } from '#lib/words/consent.ts';
import type { App } from '../scripts/app.ts';
import { startChild } from '../scripts/child.ts';
import type { Life } from '../scripts/command.ts';
import { noteFile } from '../scripts/orphans.ts';
import { anyFreePort } from '../scripts/ports.ts';
import { inProject } from '../scripts/project.ts';
import { startServer } from '../scripts/server-process.ts';
import { ask, browserHeaders, openConnection } from './load.ts';
import { ownProcessorMs, processorMs } from './process-cpu.ts';
import { sentPhoto } from './sent-photo.ts';

/** Web nodes and workers on one PostgreSQL, and shoppers who ask there for try-ons and wait for them. */
const SHOPPERS = 48;
const HOLD_SECONDS = 20;
const FINAL = new Set(['succeeded', 'failed', 'blocked', 'expired', 'unknown', 'cancelled']);

interface Shopper {
  cookie: string;
  photoId: string;
  address: string;
}

/** Processor time, in milliseconds. */
export interface Parts {
  web: number;
  /** Without their decoders. */
  workers: number;
  decoders: number;
  database: number;
}

type People = Omit<Awaited<ReturnType<typeof letIn>>, 'disconnect'>;
type CountTryOns = People['countTryOns'];

export interface Run {
  seconds: number;
  tryOns: number;
  answers: number;
  used: Parts;
}

export class Site {
  readonly nodes: { url: string; pid: number }[] = [];
  private readonly workers: number[] = [];
  private readonly app: App;
  private readonly shoppers: Shopper[];
  private readonly garments: string[];
  private readonly dataDir: string;
  private readonly countTryOns: CountTryOns;
  private readonly findLooks: People['findLooks'];
  private seed = 0;

  constructor(app: App, { shoppers, garments, countTryOns, findLooks }: People) {
    this.app = app;
    this.shoppers = shoppers;
    this.garments = garments;
    this.countTryOns = countTryOns;
    this.findLooks = findLooks;
    this.dataDir = app.env.FITTING_ROOM_DATA ?? '';
  }

  async startNode(life: Life): Promise<void> {
    const note = noteFile(this.dataDir, `server-${this.nodes.length + 1}`);
    const port = await anyFreePort();
    const logFile = path.join(this.dataDir, 'logs', `${path.basename(note)}.log`);
    const node = await startServer({
      ...{ mode: 'start', port, env: this.app.env, logFile, note, show: 'nothing' },
    });
    life.cleanUp(() => node.stop());
    this.nodes.push({ url: node.url, pid: pidOf(note) });
  }

  async startWorker(life: Life): Promise<void> {
    const note = noteFile(this.dataDir, `worker-${this.workers.length + 1}`);
    mkdirSync(path.dirname(note), { recursive: true });
    const ready = Promise.withResolvers<void>();
    const worker = startChild(
      process.execPath,
      ['--conditions=react-server', inProject('scripts/worker.ts')],
      {
        env: this.app.env,
        note,
        output: (text) => {
          if (text.includes('at work')) ready.resolve();
        },
      },
    );
    life.cleanUp(() => worker.stop());
    await Promise.race([ready.promise, worker.ended]);
    this.workers.push(pidOf(note));
  }

  /** Processor time used so far, in milliseconds. */
  private used(): Parts {
    const all = (pids: number[]) => pids.reduce((ms, pid) => ms + processorMs(pid), 0);
    const workers = this.workers.reduce((ms, pid) => ms + ownProcessorMs(pid), 0);
    return {
      web: all(this.nodes.map(({ pid }) => pid)),
      workers,
      decoders: all(this.workers) - workers,
      database: processorMs(pidOf(path.join(this.dataDir, 'postgres', 'postmaster.pid'))),
    };
  }

  /** @param watchers how many connections follow each try-on; without any, nobody asks how it stands. */
  async run(each: number, { watchers }: { watchers: number }): Promise<Run> {
    const before = this.used();
    const startedAt = performance.now();
    let answers = 0;
    const asked: string[] = [];
    await Promise.all(
      this.shoppers.map(async (shopper, place) => {
        const connections = Array.from({ length: Math.max(1, watchers) }, (_, n) =>
          openConnection(this.nodes[(place + n) % this.nodes.length]?.url ?? ''),
        );
        const [own] = connections;
        for (let n = 0; own && n < each; n += 1) {
          const id = await this.submit(own, shopper);
          asked.push(id);
          if (watchers === 0) continue;
          const told = connections.map((connection) => this.follow(connection, shopper, id));
          for (const count of await Promise.all(told)) answers += count;
        }
        for (const connection of connections) await connection.close();
      }),
    );
    await this.allSaved(asked);
    const seconds = (performance.now() - startedAt) / 1000;
    return {
      seconds,
      tryOns: asked.length,
      answers,
      used: difference(before, this.used()),
    };
  }

  private async submit(connection: Connection, shopper: Shopper): Promise<string> {
    this.seed += 1;
    const garment = this.garments[this.seed % this.garments.length];
    const { status, body } = await ask(connection, {
      method: 'POST',
      path: '/api/try-ons',
      headers: {
        ...headersOf(shopper),
        'accept-encoding': 'identity',
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({
        garment,
        subject: { kind: 'photo', photoId: shopper.photoId },
        seed: this.seed,
      }),
    });
    if (status !== 202) throw new Error(`A try-on was answered ${status}: ${body}`);
    return parse(body).id;
  }

  /** As the browser does it, to the end. @returns how many answers that took. */
  private async follow(connection: Connection, shopper: Shopper, id: string): Promise<number> {
    let since: number | undefined;
    for (let answers = 1; ; answers += 1) {
      const query = since === undefined ? '' : `?since=${since}&wait=${HOLD_SECONDS}`;
      const { status, body } = await ask(connection, {
        path: `/api/try-ons/${id}${query}`,
        headers: headersOf(shopper),
      });
      if (status !== 200) throw new Error(`A status was answered ${status}: ${body}`);
      const { state, version } = parse(body);
      if (state === 'succeeded') return answers;
      if (FINAL.has(state)) throw new Error(`A try-on ended as ${state}.`);
      since = version;
    }
  }

  private async allSaved(ids: string[]): Promise<void> {
    while ((await this.countTryOns({ id: { in: ids }, finishedAt: null })) > 0) await pause(50);
    const saved = await this.countTryOns({ id: { in: ids }, state: 'succeeded' });
    if (saved !== ids.length) throw new Error(`Only ${saved} of ${ids.length} were saved.`);
  }

  /** @returns what so many pages of garments took. */
  loadPages(count: number): Promise<Parts> {
    const page = { path: '/garments', headers: browserHeaders };
    return this.timesOver(count, (connection) => ask(connection, page));
  }

  /** @returns what it took to hand out so many looks, each to whom it belongs. */
  async loadLooks(count: number): Promise<Parts> {
    const looks = await this.findLooks();
    return this.timesOver(count, async (connection, turn) => {
      const { cookie, mediaId } = looks[turn % looks.length] ?? {};
      const headers = { ...browserHeaders, cookie: cookie ?? '' };
      const { status } = await ask(connection, { path: `/api/media/${mediaId}`, headers });
      if (status !== 200) throw new Error(`A look was answered ${status}.`);
    });
  }

  /** @returns what it took to take in so many photos as a browser sends them. */
  async uploadPhotos(count: number): Promise<Parts> {
    const form = new FormData();
    form.set('consentVersion', currentConsent.version);
    form.set(
      'file',
      new Blob([new Uint8Array(await sentPhoto())], { type: 'image/jpeg' }),
      'photo.jpg',
    );
    const sent = new Response(form);
    const type = sent.headers.get('content-type') ?? '';
    const body = Buffer.from(await sent.arrayBuffer());
    return this.timesOver(count, async (connection, turn) => {
      const shopper = this.shoppers[turn % this.shoppers.length];
      if (!shopper) throw new Error('There is nobody.');
      const headers = { ...headersOf(shopper), 'content-type': type };
      const { status } = await ask(connection, {
        ...{ method: 'POST', path: '/api/photos', headers, body },
      });
      if (status !== 201) throw new Error(`A photo was answered ${status}.`);
    });
  }

  /** One after the other; what is done first of all is for warming up. */
  private async timesOver(
    count: number,
    work: (connection: Connection, turn: number) => Promise<unknown>,
  ): Promise<Parts> {
    const connection = openConnection(this.nodes[0]?.url ?? '');
    await work(connection, 0);
    const before = this.used();
    for (let turn = 1; turn <= count; turn += 1) await work(connection, turn);
    await connection.close();
    return difference(before, this.used());
  }
}

type Connection = ReturnType<typeof openConnection>;

const difference = (from: Parts, to: Parts): Parts => ({
  web: to.web - from.web,
  workers: to.workers - from.workers,
  decoders: to.decoders - from.decoders,
  database: to.database - from.database,
});

const headersOf = ({ cookie, address }: Shopper) => ({
  ...browserHeaders,
  cookie,
  'x-forwarded-for': address,
});

const parse = (body: Buffer) =>
  JSON.parse(body.toString()) as { id: string; state: string; version: number };

/** The first line of a note, or of PostgreSQL's own file. */
export const pidOf = (file: string) => Number.parseInt(readFileSync(file, 'utf8'), 10);

/** People with a photo and a session each, who may ask as often as they like. */
export async function letIn() {
  // Loaded only now: the server's code reads its variables when it loads.
  const { db, disconnect } = await import('#lib/server/db.ts');
  const { makePerson, makePhoto } = await import('#lib/server/testing/shop-floor.ts');
  const { sealSession, sessionCookieName } = await import('#lib/server/auth/session-cookie.ts');
  const shoppers: Shopper[] = [];
  const cookies = new Map<string, string>();
  for (let n = 0; n < SHOPPERS; n += 1) {
    const actor = await makePerson();
    const { userId } = actor;
    await db().user.update({ where: { id: userId }, data: { dailyTryOns: 100_000 } });
    const { id: photoId } = await makePhoto(actor);
    const cookie = `${sessionCookieName()}=${await sealSession(userId, 0)}`;
    cookies.set(userId, cookie);
    shoppers.push({ cookie, photoId, address: `10.0.0.${n + 1}` });
  }
  const garments = await db().garment.findMany({
    where: { status: 'ACTIVE', category: 'UPPER_BODY', readiness: { in: ['READY', 'FAIR'] } },
    select: { slug: true },
  });
  return {
    shoppers,
    garments: garments.map(({ slug }) => slug),
    countTryOns: (where: Prisma.TryOnWhereInput) => db().tryOn.count({ where }),
    findLooks: async () => {
      const looks = await db().tryOn.findMany({
        where: { userId: { in: [...cookies.keys()] }, resultMediaId: { not: null } },
        select: { userId: true, resultMediaId: true },
      });
      return looks.map(({ userId, resultMediaId: mediaId }) => {
        return { cookie: cookies.get(userId), mediaId };
      });
    },
    disconnect,
  };
}
