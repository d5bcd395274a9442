import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { startChild } from './child.ts';
import { Problem } from './problem.ts';
import { inProject, projectRoot } from './project.ts';
import type { Variables } from './variables.ts';

const START_TIMEOUT_MS = 120_000;
/**
 * How long a connection stays open that nobody asks anything on. Node's own five seconds would hang up in
 * the very moment in which a browser, or a proxy in front that keeps its connections for a minute, asks
 * again.
 */
const KEPT_OPEN_MS = 75_000;

export interface ServerProcess {
  url: string;
  readonly ended: Promise<number>;
  lastWords(): string;
  stop(): Promise<void>;
}

export interface ServerOptions {
  mode: 'start' | 'dev';
  port: number;
  env: Variables;
  logFile: string;
  note: string;
  /** Whether what it prints is shown too once it answers: errors only, or everything. */
  show: 'errors' | 'everything' | 'nothing';
}

/** Starts Next and waits until it answers. Throws a `Problem` with its last words when it does not. */
export async function startServer(options: ServerOptions): Promise<ServerProcess> {
  const { mode, port, env, show } = options;
  mkdirSync(path.dirname(options.logFile), { recursive: true });
  const log = createWriteStream(options.logFile, { mode: 0o600 });
  // A full disk must not take the server down with its log.
  log.on('error', () => {});
  let last = '';
  let answers = false;
  const child = startChild(
    process.execPath,
    [
      ...['--import', pathToFileURL(inProject('scripts/long-queue.mjs')).href],
      ...[inProject('node_modules/next/dist/bin/next'), mode, '--port', String(port)],
      ...(mode === 'start' ? ['--keepAliveTimeout', String(KEPT_OPEN_MS)] : []),
    ],
    {
      env: {
        ...env,
        NODE_ENV: mode === 'start' ? 'production' : 'development',
        // Leaving is the worker's to decide: a POST under way is let home first.
        ...(mode === 'start' ? { NEXT_MANUAL_SIG_HANDLE: '1' } : {}),
      },
      cwd: projectRoot,
      note: options.note,
      graceMs: 15_000,
      output(text, from) {
        log.write(text);
        last = (last + text).slice(-4000);
        if (!answers || show === 'nothing') return;
        if (from === 'stderr') process.stderr.write(text);
        else if (show === 'everything') process.stdout.write(text);
      },
    },
  );
  let ended = false;
  child.ended.then(() => {
    ended = true;
  });
  const lastWords = () => last.trim().split('\n').slice(-12).join('\n');
  const url = `http://localhost:${port}`;
  const deadline = performance.now() + START_TIMEOUT_MS;
  while (!(await isLive(port))) {
    if (ended || performance.now() > deadline) {
      await child.stop();
      throw new Problem(`The server did not start:\n${lastWords()}`);
    }
    await wait(50);
  }
  answers = true;
  return { url, ended: child.ended, lastWords, stop: () => child.stop() };
}

/** Any answer counts: what is asked for is that the server takes requests. */
async function isLive(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health/live`, {
      signal: AbortSignal.timeout(30_000),
    });
    await response.body?.cancel();
    return true;
  } catch {
    return false;
  }
}
