import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Started {
  url: string;
  /** Resident memory in MB, or null where /proc is not there. */
  memory(): number | null;
  /** Seconds of processor time so far, or null where /proc is not there. */
  processorTime(): number | null;
  stop(): Promise<void>;
}

/** USER_HZ, which is 100 on every Linux that Node runs on. */
const TICKS_PER_SECOND = 100;

/** Starts a server in a process of its own; the last word of its first line is its address. */
export async function startServer(script: string, args: string[]): Promise<Started> {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await firstAddress(child);
  const proc = (name: string): string | null => {
    try {
      return readFileSync(`/proc/${child.pid}/${name}`, 'utf8');
    } catch {
      return null;
    }
  };
  return {
    url,
    memory() {
      const kilobytes = /^VmRSS:\s+(\d+)/m.exec(proc('status') ?? '')?.[1];
      return kilobytes === undefined ? null : Number(kilobytes) / 1024;
    },
    processorTime() {
      // The second field is the program's name in brackets; utime and stime are 14th and 15th.
      const fields = proc('stat')?.split(') ')[1]?.split(' ');
      return fields ? (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND : null;
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function firstAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk;
      const url = /(http:\/\/\S+)\n/.exec(text)?.[1];
      if (url) resolve(url);
    });
    child.once('close', (code) => reject(new Error(`The server ended with code ${code}.`)));
  });
}
