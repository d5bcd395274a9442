import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const running = new Set<ChildProcess>();

/** Starts the command; `line` is the first line it prints, `ended` its exit code and its errors. */
export function startCommand(...args: string[]) {
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const line = new Promise<string>((resolve) => {
    child.stdout.on('data', (chunk) => {
      output += chunk;
      if (output.includes('\n')) resolve(output.slice(0, output.indexOf('\n')));
    });
    child.stdout.on('end', () => resolve(output));
  });
  const ended = once(child, 'close').then(([code]) => {
    running.delete(child);
    return { code, errors, output };
  });
  return { child, line, ended };
}

/** Ends what a test left running. */
export async function stopCommands(): Promise<void> {
  for (const child of running) {
    child.kill('SIGKILL');
    await once(child, 'close');
  }
}
