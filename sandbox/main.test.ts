import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const main = fileURLToPath(new URL('./main.ts', import.meta.url));
const running = new Set<ChildProcess>();

/** Starts the command; `line` is the first line it prints, `ended` its exit code and its errors. */
function command(...args: string[]) {
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

afterEach(async () => {
  for (const child of running) child.kill('SIGKILL');
});

// Each test starts Node afresh, which takes its time on a busy machine.
describe('the command', { timeout: 30_000 }, () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'listens, says where, and ends cleanly on %s',
    async (signal) => {
      const { child, line, ended } = command('--port', '0', '--stored', '--instant');
      const url = /^Segmind sandbox listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(
        await line,
      )?.[1];
      expect((await fetch(`${url}/v1/get-user-credits`)).status).toBe(401);
      child.kill(signal);
      expect(await ended).toMatchObject({ code: 0, errors: '' });
    },
  );

  it('says in a sentence that its port is taken', async () => {
    const first = command('--port', '0', '--stored');
    const port = /:(\d+)$/.exec(await first.line)?.[1] ?? '';
    const second = await command('--port', port, '--stored').ended;
    expect(second).toMatchObject({ code: 1, output: '' });
    expect(second.errors).toMatch(new RegExp(`^Port ${port} is taken\\. .*--port.*\\n$`));
    first.child.kill('SIGTERM');
    await first.ended;
  });

  it('explains itself', async () => {
    const help = await command('--help').ended;
    expect(help).toMatchObject({ code: 0, errors: '' });
    expect(help.output).toContain('Usage:');
    const wrong = await command('--port', 'high').ended;
    expect(wrong.code).toBe(2);
    expect(wrong.errors).toContain('--help');
  });
});
