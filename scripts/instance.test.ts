import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { claimInstance, findRunning } from './instance.ts';

let dataDir = '';
beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'instance-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

it('lets one start have the data and tells the second where the first is', async () => {
  const first = await claimInstance(dataDir, 'start');
  first.remember({ url: 'http://localhost:3000' });
  await expect(claimInstance(dataDir, 'start')).rejects.toThrow(
    /already runs on .* http:\/\/localhost:3000.*PORT=3001/s,
  );
  await first.release();
  const second = await claimInstance(dataDir, 'start');
  await second.release();
});

it('lets exactly one of several starts at once have the data', async () => {
  const outcomes = await Promise.allSettled(
    [1, 2, 3, 4].map(() => claimInstance(dataDir, 'start')),
  );
  const winners = outcomes.filter((outcome) => outcome.status === 'fulfilled');
  expect(winners).toHaveLength(1);
  await winners[0]?.value.release();
});

it('takes over from a start that was killed, even if its process id lives on', async () => {
  const dead = { pid: process.pid, proof: { port: 1, token: 'gone' } };
  writeFileSync(path.join(dataDir, 'running.json'), JSON.stringify(dead));
  expect(await findRunning(dataDir)).toBeUndefined();
  const instance = await claimInstance(dataDir, 'start');
  expect((await findRunning(dataDir))?.pid).toBe(process.pid);
  await instance.release();
});

it('takes over from a record that was cut short', async () => {
  writeFileSync(path.join(dataDir, 'running.json'), '{"pid": 12');
  const instance = await claimInstance(dataDir, 'start');
  await instance.release();
});

it('shows what a start chose to its own user only', async () => {
  const instance = await claimInstance(dataDir, 'start');
  instance.remember({ env: { DATABASE_URL: 'postgresql://x' } });
  const file = path.join(dataDir, 'running.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(file, 'utf8')).env.DATABASE_URL).toBe('postgresql://x');
  await instance.release();
});
