// Stands between a command and a program that it starts, so that the program never outlives the
// command. Its standard input is a pipe from the command: when that closes, because the command
// asks for the end or because it died, the program gets its stop signal, and SIGKILL when it takes
// too long. It runs in a group of its own, so a Ctrl-C at the terminal does not reach the program
// before the command has decided in which order things stop.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { constants } from 'node:os';
import type { GuardedProgram } from './child.ts';
import { writeNote } from './orphans.ts';

const program: GuardedProgram = JSON.parse(process.argv[2] ?? '{}');

const child = spawn(program.command, program.args, {
  cwd: program.cwd,
  stdio: ['ignore', 'inherit', 'inherit'],
  // A group of its own, so that what the program starts can be ended with it.
  detached: process.platform !== 'win32',
  ...(program.account && { uid: program.account.uid, gid: program.account.gid }),
});

if (program.note && child.pid !== undefined) writeNote(program.note, child.pid);

function killGroup(): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // Nobody is left in the group.
  }
}

let stopping = false;
function stop(): void {
  if (stopping) return;
  stopping = true;
  child.kill(program.stopSignal);
  setTimeout(killGroup, program.graceMs);
}

process.stdin.on('end', stop).on('error', stop).resume();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

child.on('error', (error) => {
  process.stderr.write(`${program.command}: ${error.message}\n`);
  process.exit(127);
});
child.on('exit', (code, signal) => {
  killGroup();
  if (program.note) rmSync(program.note, { force: true });
  process.exit(code ?? 128 + (signal ? constants.signals[signal] : 0));
});
