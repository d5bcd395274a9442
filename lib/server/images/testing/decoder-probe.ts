import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';

/** Tries what a decoder must not be able to do, and prints what it got. */

const attempts: Record<string, () => unknown> = {
  'read a file of the machine': () => readFileSync('/etc/passwd'),
  'read a configuration of the project': () => readFileSync('.env'),
  'read the data of the project': () => readFileSync('.data/secrets.json'),
  'read its own code': () => readFileSync('package.json'),
  'write a file': () => writeFileSync(path.join(tmpdir(), 'decoder-probe'), ''),
  'start a program': () => spawnSync(process.execPath, ['--version']),
  'start a thread': () => new Worker('0', { eval: true }),
};

const outcomes = Object.fromEntries(
  Object.entries(attempts).map(([name, attempt]) => {
    try {
      attempt();
      return [name, 'allowed'];
    } catch (error) {
      return [name, error instanceof Error && 'code' in error ? error.code : String(error)];
    }
  }),
);
console.log(JSON.stringify({ outcomes, environment: Object.keys(process.env) }));
