// One start a data directory. `running.json` says who runs and how to reach what it started; a
// small listener on the loopback address proves that its owner is alive, which a process id cannot
// do (ids are used again after a crash, and at once in a restarted container).
import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, connect as openSocket } from 'node:net';
import path from 'node:path';
import { Problem } from './problem.ts';

export interface Running {
  pid: number;
  proof: { port: number; token: string };
  /** Whether the production build is served, or the sources. */
  mode: 'start' | 'dev' | 'work';
  /** Where the app answers, once it does. */
  url?: string;
  /** The variables that this start chose, for commands that join it. */
  env?: Record<string, string>;
}

export interface Instance {
  /** Adds to what others may read. */
  remember(more: Pick<Running, 'url' | 'env'>): void;
  release(): Promise<void>;
}

const recordPath = (dataDir: string) => path.join(dataDir, 'running.json');

/** The start that runs on this data directory now, if one does. */
export async function findRunning(dataDir: string): Promise<Running | undefined> {
  const record = parseRecord(readRecord(recordPath(dataDir)));
  return record && (await isAlive(record)) ? record : undefined;
}

/** Takes the data directory for this process. Throws a `Problem` when somebody has it. */
export async function claimInstance(dataDir: string, mode: Running['mode']): Promise<Instance> {
  mkdirSync(dataDir, { recursive: true });
  const token = randomBytes(16).toString('hex');
  const listener = createServer((socket) => {
    socket.on('error', () => {});
    socket.end(token);
  });
  const port = await new Promise<number>((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(0, '127.0.0.1', () => {
      const address = listener.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  listener.unref();

  const record: Running = { pid: process.pid, mode, proof: { port, token } };
  try {
    await putRecord(dataDir, record);
  } catch (error) {
    listener.close();
    throw error;
  }
  return {
    remember(more) {
      Object.assign(record, more);
      // Renamed when whole: others may read at any moment.
      const next = `${recordPath(dataDir)}.next`;
      writeFileSync(next, JSON.stringify(record, null, 2), { mode: 0o600 });
      renameSync(next, recordPath(dataDir));
    },
    async release() {
      rmSync(recordPath(dataDir), { force: true });
      listener.close();
    },
  };
}

export function alreadyRunning(running: Running, dataDir: string): string {
  return (
    `The fitting room already runs on ${dataDir} (process ${running.pid}` +
    `${running.url ? `, ${running.url}` : ''}). Stop it there with Ctrl-C, or start another beside ` +
    `it with its own data: FITTING_ROOM_DATA=.data-2 PORT=3001 npm start`
  );
}

/** Writes the record where there is none or only one that a crash has left. */
async function putRecord(dataDir: string, record: Running): Promise<void> {
  const file = recordPath(dataDir);
  for (;;) {
    try {
      // 'wx' fails when there is a file, so of two starts at once one is told.
      writeFileSync(file, JSON.stringify(record), { flag: 'wx', mode: 0o600 });
      return;
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
    }
    const text = readRecord(file);
    const other = parseRecord(text);
    if (other && (await isAlive(other))) throw new Problem(alreadyRunning(other, dataDir));
    moveAside(file, text);
  }
}

/** Removes a record that was found dead, but not a living one that took its place meanwhile. */
function moveAside(file: string, dead: string): void {
  const aside = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    renameSync(file, aside);
  } catch {
    // Another start was quicker; the next attempt sees what it wrote.
    return;
  }
  if (readRecord(aside) === dead) rmSync(aside);
  else renameSync(aside, file);
}

function readRecord(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** A record that was cut short by a crash reads as none. */
function parseRecord(text: string): Running | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isAlive({ proof }: Running): Promise<boolean> {
  return new Promise((resolve) => {
    if (!proof?.port) return resolve(false);
    const socket = openSocket({ port: proof.port, host: '127.0.0.1', timeout: 2000 });
    let answer = '';
    socket.setEncoding('utf8').on('data', (piece) => {
      answer += piece;
    });
    socket.on('timeout', () => socket.destroy());
    socket.on('error', () => {});
    socket.on('close', () => resolve(answer === proof.token));
  });
}
