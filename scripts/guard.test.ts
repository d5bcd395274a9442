import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runChild, startChild } from './child.ts';
import { endOrphans, noteFile, writeNote } from './orphans.ts';
import { inProject } from './project.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'guard-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

/** A program that says its process id and then stays, deaf to SIGTERM when asked to be. */
const staying = (deaf = false) =>
  `${deaf ? "process.on('SIGTERM', () => {});" : ''} console.log(process.pid); setInterval(() => {}, 1000);`;

it('gives back the exit code and the words of a program', async () => {
  const script = "console.log('hello'); console.error('there'); process.exit(7)";
  const result = await runChild(process.execPath, ['-e', script], { env: process.env });
  expect(result.code).toBe(7);
  expect(result.output).toContain('hello');
  expect(result.output).toContain('there');
});

it('answers 127 for a program that does not exist', async () => {
  const result = await runChild('/no/such/program', [], { env: process.env });
  expect(result.code).toBe(127);
});

it('stops a program that does not listen by force', async () => {
  let pid = 0;
  const child = startChild(process.execPath, ['-e', staying(true)], {
    env: process.env,
    graceMs: 100,
    output: (text) => {
      pid ||= Number(text);
    },
  });
  await vi.waitFor(() => expect(pid).toBeGreaterThan(0), 10_000);
  await child.stop();
  expect(isAlive(pid)).toBe(false);
});

it('ends the program when the command that started it is killed', async () => {
  const command = path.join(folder, 'command.ts');
  writeFileSync(
    command,
    `import { startChild } from ${JSON.stringify(inProject('scripts/child.ts'))};
     startChild(process.execPath, ['-e', ${JSON.stringify(staying())}], {
       env: process.env,
       output: (text) => process.stdout.write(text),
     });`,
  );
  const running = spawn(process.execPath, [command], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [text] = await once(running.stdout, 'data');
  const pid = Number(String(text));
  expect(isAlive(pid)).toBe(true);
  running.kill('SIGKILL');
  await vi.waitFor(() => expect(isAlive(pid)).toBe(false), 10_000);
});

it('ends a noted program that lost its guard too, and only that one', async () => {
  const orphan = spawn(process.execPath, ['-e', staying()], { detached: true });
  const other = spawn(process.execPath, ['-e', staying()], { detached: true });
  await Promise.all([once(orphan.stdout, 'data'), once(other.stdout, 'data')]);
  writeNote(noteFile(folder, 'orphan'), orphan.pid ?? 0);
  // The same number, but of a process that was born at another time.
  writeFileSync(noteFile(folder, 'other'), `${other.pid}\nMon Jan  1 00:00:00 2001\n`);

  const ended = once(orphan, 'exit');
  endOrphans(folder);
  await ended;
  expect(isAlive(other.pid ?? 0)).toBe(true);
  expect(existsSync(path.join(folder, 'programs/orphan'))).toBe(false);
  other.kill('SIGKILL');
});

it('notes a program while it runs and takes the note away after it', async () => {
  const note = noteFile(folder, 'server');
  let pid = '';
  const child = startChild(process.execPath, ['-e', staying()], {
    env: process.env,
    note,
    output: (text) => {
      pid ||= text.trim();
    },
  });
  await vi.waitFor(() => expect(readFileSync(note, 'utf8').split('\n')[0]).toBe(pid), 10_000);
  await child.stop();
  expect(existsSync(note)).toBe(false);
});
