import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { startCommand as command, stopCommands } from './test-command.ts';

afterEach(stopCommands);

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

it('asks for the same packages when it is copied out as where it lies', () => {
  const read = (name: string): { dependencies: Record<string, string> } =>
    JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
  expect(read('../package.json').dependencies).toMatchObject(read('./package.json').dependencies);
});
