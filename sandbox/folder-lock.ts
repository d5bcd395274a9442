import { createHash } from 'node:crypto';
import { realpathSync, unlinkSync } from 'node:fs';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The claim's name in the folder. */
export const LOCK = 'lock.sock';

/**
 * Claims a folder for this process, or throws when another one has it. The claim is a local
 * socket: it ends with the process however that ends, which the number in a lock file does not,
 * and it cannot be mistaken for another process that was given the same number.
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  const name = socketOf(folder);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const server = await listen(name);
    if (server) {
      return {
        release: () => new Promise<void>((resolve) => server.close(() => resolve())),
      };
    }
    if (await answers(name)) break;
    // A process that was killed leaves the file of its socket behind.
    removeStale(name);
  }
  throw new Error(`${folder} is in use by another sandbox. Stop that one, or name another folder.`);
}

/** A socket's path may have about 100 characters; that of a deep folder lies among the temporary files. */
function socketOf(folder: string): string {
  const real = realpathSync(folder);
  const inside = path.join(real, LOCK);
  const digest = createHash('sha256').update(real).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\segmind-sandbox-${digest}`;
  return Buffer.byteLength(inside) <= 100
    ? inside
    : path.join(tmpdir(), `segmind-sandbox-${digest}.sock`);
}

function listen(name: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(null);
      else reject(error);
    });
    server.listen(name, () => {
      server.unref();
      resolve(server);
    });
  });
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(name);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function removeStale(name: string): void {
  try {
    unlinkSync(name);
  } catch {
    // Another process removed it first.
  }
}
