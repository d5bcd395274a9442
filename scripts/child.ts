import { spawn } from 'node:child_process';
import { inProject } from './project.ts';
import type { Variables } from './variables.ts';

/** What the guard is told on its command line: nothing secret, it shows in process lists. */
export interface GuardedProgram {
  command: string;
  args: string[];
  cwd?: string;
  /** The account to run under; only root may give one. */
  account?: { uid: number; gid: number };
  /** The polite request to end. */
  stopSignal: 'SIGTERM' | 'SIGINT';
  /** How long after that the program is killed. */
  graceMs: number;
  /** Where the guard notes the program while it runs (see orphans.ts). */
  note?: string;
}

export interface ChildOptions {
  env: Variables;
  cwd?: string;
  account?: { uid: number; gid: number };
  stopSignal?: 'SIGTERM' | 'SIGINT';
  graceMs?: number;
  note?: string;
  /** `terminal`: straight to ours. A number: an open file. Otherwise each piece of text. */
  output: 'terminal' | number | ((text: string, from: 'stdout' | 'stderr') => void);
}

export interface Child {
  /** The exit code, 128 + n after signal n. Never rejects. */
  readonly ended: Promise<number>;
  /** Asks for the end and waits for it. May be called more than once. */
  stop(): Promise<void>;
}

/** Starts a program that ends with this process, however this process ends (see guard.ts). */
export function startChild(command: string, args: string[], options: ChildOptions): Child {
  const program: GuardedProgram = {
    command,
    args,
    cwd: options.cwd,
    account: options.account,
    stopSignal: options.stopSignal ?? 'SIGTERM',
    graceMs: options.graceMs ?? 10_000,
    note: options.note,
  };
  const { output } = options;
  const out = output === 'terminal' ? 'inherit' : typeof output === 'number' ? output : 'pipe';
  const guard = spawn(process.execPath, [inProject('scripts/guard.ts'), JSON.stringify(program)], {
    // NODE_ENV is `production` unless said otherwise, as on a server.
    env: { NODE_ENV: 'production', ...options.env },
    stdio: ['pipe', out, out],
    detached: true,
  });
  if (typeof output === 'function') {
    guard.stdout?.setEncoding('utf8').on('data', (text: string) => output(text, 'stdout'));
    guard.stderr?.setEncoding('utf8').on('data', (text: string) => output(text, 'stderr'));
  }
  // The pipe breaks when the program ends first.
  guard.stdin?.on('error', () => {});
  const ended = new Promise<number>((resolve) => {
    guard.on('error', () => resolve(127));
    guard.on('close', (code) => resolve(code ?? 1));
  });
  return {
    ended,
    async stop() {
      guard.stdin?.end();
      await ended;
    },
  };
}

/** Runs a program to its end, keeping what it printed. */
export async function runChild(
  command: string,
  args: string[],
  options: Omit<ChildOptions, 'output'>,
): Promise<{ code: number; output: string }> {
  let text = '';
  const child = startChild(command, args, {
    ...options,
    output: (piece) => {
      text += piece;
    },
  });
  return { code: await child.ended, output: text };
}
