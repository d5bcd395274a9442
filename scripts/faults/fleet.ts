// The worker processes: each works under an order that says how it will die, and another takes its
// place at once. One more is always loaded and waiting, so that a kill costs no start-up time.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import type { SubmitTryOnBody } from '#lib/contracts/try-on.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import type { Variables } from '../variables.ts';

export interface WorkOrder {
  kind: 'work';
  env: Variables;
}

export interface SubmitOrder {
  kind: 'submit';
  env: Variables;
  actor: Actor;
  body: SubmitTryOnBody;
  key: string;
  times: number;
  /** When to begin, in milliseconds since the epoch. */
  at: number;
}

/** How a worker is to die: by itself at a crash point, or from outside after a while. */
export type Doom =
  | { kind: 'crash'; point: string; pass: number; missed?: number }
  | { kind: 'kill'; afterMs: number };

export interface Death {
  /** The worker's name: `application_name` of its connections. */
  holder: string;
  at: number;
  /** A crash point, `random`, or `by itself`, which is a fault of the worker. */
  cause: string;
}

/** A crash point that has not come up by then is not going to: the worker is killed instead. */
const PATIENCE_MS = 12_000;

interface Running {
  child: ChildProcess;
  holder: string;
}

export class Fleet {
  readonly deaths: Death[] = [];
  private readonly env: Variables;
  private readonly spares: Promise<ChildProcess>[] = [];
  private readonly running = new Set<Running>();
  private names = 0;
  private open = true;

  constructor(env: Variables) {
    this.env = env;
  }

  /** Loads once and ends in order, so that the compiled code is kept for all who follow. */
  async prime(): Promise<void> {
    const child = await this.load();
    const left = once(child, 'exit');
    child.send('leave');
    await left;
  }

  private async load(): Promise<ChildProcess> {
    const child = fork(path.join(import.meta.dirname, 'worker-child.ts'), {
      execArgv: ['--conditions=react-server', '--disable-warning=ExperimentalWarning'],
      env: { NODE_ENV: 'production', ...this.env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.on('error', () => {});
    await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(() => {
        throw new Error('A worker ended before it was ready.');
      }),
    ]);
    return child;
  }

  /** Only where one is about to die: to load another takes a second of a processor. */
  private keepSpare(): void {
    if (!this.open) return;
    const spare = this.load();
    spare.catch(() => {});
    this.spares.push(spare);
  }

  /** Keeps `size` workers at work until `nextDoom` says that there were enough deaths. */
  async killAll(size: number, nextDoom: () => Doom | null, returned: (doom: Doom) => void) {
    const slot = async () => {
      for (let doom = nextDoom(); doom; doom = nextDoom()) await this.workUnder(doom, returned);
    };
    await Promise.all(Array.from({ length: size }, slot));
  }

  private async workUnder(doom: Doom, returned: (doom: Doom) => void): Promise<void> {
    const crashAt = doom.kind === 'crash' ? `${doom.point}:${doom.pass}` : '';
    const starting = this.start({ CRASH_AT: crashAt });
    this.keepSpare();
    const { child, holder } = await starting;
    const ended = once(child, 'exit');
    let outside = false;
    const timer = setTimeout(
      () => {
        outside = true;
        child.kill('SIGKILL');
      },
      doom.kind === 'kill' ? doom.afterMs : PATIENCE_MS,
    );
    const [, signal] = await ended;
    clearTimeout(timer);
    if (outside && doom.kind === 'crash') returned(doom);
    const cause = outside ? 'random' : doom.kind === 'crash' ? doom.point : 'by itself';
    this.deaths.push({ holder, at: Date.now(), cause: signal === 'SIGKILL' ? cause : 'by itself' });
  }

  /** A worker that nobody kills. */
  async start(env: Variables = {}): Promise<Running> {
    const child = await (this.spares.shift() ?? this.load());
    this.names += 1;
    const holder = `worker-${this.names}`;
    const url = new URL(this.env.DATABASE_URL ?? '');
    url.searchParams.set('application_name', holder);
    const order: WorkOrder = { kind: 'work', env: { ...env, DATABASE_URL: url.href } };
    const running = { child, holder };
    this.running.add(running);
    child.once('exit', () => this.running.delete(running));
    child.send(order);
    return running;
  }

  /** SIGTERM to all; how long each took to leave, and with which code. */
  async stopAll(): Promise<{ ms: number; code: number | null }[]> {
    return Promise.all(
      [...this.running].map(async ({ child }) => {
        const startedAt = performance.now();
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        const [code] = await ended;
        return { ms: performance.now() - startedAt, code: typeof code === 'number' ? code : null };
      }),
    );
  }

  /** Lets processes of their own submit the same thing at the same time. Answers all ids. */
  async submitTogether(processes: number, order: Omit<SubmitOrder, 'kind' | 'env' | 'at'>) {
    const children = await Promise.all(Array.from({ length: processes }, () => this.load()));
    const at = Date.now() + 300;
    const answers = await Promise.all(
      children.map(async (child) => {
        const answered = once(child, 'message');
        child.send({ ...order, kind: 'submit', env: {}, at } satisfies SubmitOrder);
        const [{ ids }] = await answered;
        child.kill('SIGKILL');
        return ids as string[];
      }),
    );
    return answers.flat();
  }

  async close(): Promise<void> {
    this.open = false;
    for (const { child } of this.running) child.kill('SIGKILL');
    const spares = await Promise.allSettled(this.spares.splice(0));
    for (const spare of spares) if (spare.status === 'fulfilled') spare.value.kill('SIGKILL');
  }
}
