import 'server-only';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Socket } from 'node:net';
import path from 'node:path';
import { log } from '#lib/server/log.ts';
import { DecoderUnavailable } from './decoder-unavailable.ts';
import {
  frameReader,
  type Order,
  REPLY_HEAD,
  type Reply,
  readReply,
  writeOrder,
} from './frames.ts';

/*
 * libvips and the libraries under it are a hundred thousand lines of C that read what strangers send.
 * They do that in a process of their own, so that a crash ends that process and not the server, a file
 * that wants hours or gigabytes gets neither, and whoever takes the process over finds nothing in it:
 * an empty environment, and by Node's permission model no file but the project's code, no program to
 * start and no thread. That model stops JavaScript; native code is held by the operating system alone.
 */

export interface DecoderLimits {
  /** For one picture, in milliseconds; the process is killed then. */
  wallMs: number;
  /** For the whole process, in bytes. The greediest picture that is allowed was seen to take 590 MB. */
  memoryBytes: number;
}

export type Decoded =
  | { kind: 'jpeg'; bytes: Buffer<ArrayBuffer>; width: number; height: number }
  | { kind: 'damaged' }
  /** The process died of it: by a crash, by its memory or by its time. */
  | { kind: 'died' };

export interface DecoderProcess {
  readonly pid: number | undefined;
  readonly alive: boolean;
  /** One at a time. Never rejects. */
  decode(file: Uint8Array, order: Omit<Order, 'length'>): Promise<Decoded>;
  end(): void;
}

/** Node with TypeScript and the native library are up in 0.3 s. */
const START_MS = 15_000;
/** At most 2048 × 2048 pixels come back; more is not what was ordered. */
const MAX_REPLY_BYTES = 16 * 1024 * 1024;
/** Address space that Node reserves as data before it does anything; counted by the kernel's limit. */
const NODE_DATA_BYTES = 640 * 1024 * 1024;

/** From the working directory, which is the project's: a bundler gives modules other addresses. */
const root = process.cwd();
const decodeChild = path.join(root, 'lib', 'server', 'images', 'decoder', 'decode-child.ts');
const readable = ['lib', 'node_modules', 'package.json'].map((name) => path.join(root, name));

/** What is run, and may be handed to `spawn` with an empty environment. */
export function decoderCommand(
  { memoryBytes }: DecoderLimits,
  program = decodeChild,
  prlimit = findPrlimit(),
): [command: string, args: string[]] {
  const node = [
    '--conditions=react-server',
    '--permission',
    '--allow-addons',
    ...readable.map((name) => `--allow-fs-read=${name}`),
    '--no-warnings',
    program,
    String(memoryBytes),
  ];
  // The kernel's own limit, and no core file with pictures in it. Linux has it, macOS has not; there
  // the process watches itself.
  if (!prlimit) return [process.execPath, node];
  const limits = [`--data=${memoryBytes + NODE_DATA_BYTES}`, '--core=0'];
  return [prlimit, [...limits, '--', process.execPath, ...node]];
}

const findPrlimit = () =>
  ['/usr/bin/prlimit', '/bin/prlimit'].find((file) => existsSync(file)) ?? null;

/** Those that have turned out not to work here, as where a container's profile forbids it. */
const failing = new Set<string>();

/** @throws DecoderUnavailable when it does not start. */
export async function startDecoder(
  limits: DecoderLimits,
  prlimit = findPrlimit(),
): Promise<DecoderProcess> {
  if (!prlimit || failing.has(prlimit)) return startWith(limits, null);
  try {
    return await startWith(limits, prlimit);
  } catch {
    const started = await startWith(limits, null);
    failing.add(prlimit);
    log.warn('decoders have no limit by the kernel here: prlimit does not start them');
    return started;
  }
}

/** @throws DecoderUnavailable */
async function startWith(limits: DecoderLimits, prlimit: string | null): Promise<DecoderProcess> {
  const [command, args] = decoderCommand(limits, decodeChild, prlimit);
  // NODE_ENV is not handed on either: types of Next insist on it, a process does not.
  const env = {} as NodeJS.ProcessEnv;
  const child = spawn(command, args, { env, cwd: root, stdio: ['pipe', 'pipe', 'pipe'] });
  const sockets = [child.stdin, child.stdout, child.stderr] as unknown as Socket[];
  let alive = true;
  let expect: ((decoded: Decoded) => void) | null = null;
  let lastWords = '';

  const settle = (decoded: Decoded) => {
    const waiting = expect;
    expect = null;
    // A process that is not at work keeps nobody from leaving.
    for (const handle of [child, ...sockets]) handle.unref();
    waiting?.(decoded);
  };
  const die = () => {
    alive = false;
    child.kill('SIGKILL');
    settle({ kind: 'died' });
  };
  const reply = frameReader(REPLY_HEAD, lengthOf, (head, bytes) => {
    const { width, height } = readReply(head);
    settle(bytes.length === 0 ? { kind: 'damaged' } : { kind: 'jpeg', bytes, width, height });
  });

  child.stdout.on('data', (chunk: Buffer) => {
    try {
      if (!expect) throw new RangeError('Nobody has asked.');
      reply(chunk);
    } catch {
      die();
    }
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    lastWords = (lastWords + text).slice(-500);
  });
  // The pipe breaks when the process dies with a file half read.
  child.stdin.on('error', die);
  child.on('error', die);
  child.on('exit', die);

  const answer = (withinMs: number, order?: () => void) =>
    new Promise<Decoded>((resolve) => {
      if (!alive) return resolve({ kind: 'died' });
      for (const handle of [child, ...sockets]) handle.ref();
      const timer = setTimeout(die, withinMs);
      expect = (decoded) => {
        clearTimeout(timer);
        resolve(decoded);
      };
      order?.();
    });

  const greeting = await answer(START_MS);
  if (greeting.kind !== 'damaged') {
    throw new DecoderUnavailable(`the process does not start. ${lastWords.trim()}`);
  }
  return {
    pid: child.pid,
    get alive() {
      return alive;
    },
    decode: (file, order) =>
      answer(limits.wallMs, () => {
        child.stdin.write(writeOrder({ ...order, length: file.length }));
        child.stdin.write(file);
      }),
    end: die,
  };
}

function lengthOf(head: Buffer): number {
  const { length }: Reply = readReply(head);
  if (length > MAX_REPLY_BYTES) throw new RangeError('More than a picture can have.');
  return length;
}
