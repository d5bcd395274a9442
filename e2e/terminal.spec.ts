import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { seeds } from './sandbox.ts';
import { pngPhoto, readPicture } from './testing/pictures.ts';

/** `npm run try-on`, as from another folder: paths are meant from there. */
function tryOn(args: string[], from: string): Promise<{ code: number; output: string }> {
  const command = ['scripts/launch.mjs', 'try-on', ...args];
  return new Promise((resolve) => {
    const env = { ...process.env, INIT_CWD: from };
    execFile(process.execPath, command, { env }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? 0), output: stdout + stderr });
    });
  });
}

test('a look is made from a terminal, and only a picture counts as success', async ({
  baseURL,
}, info) => {
  const folder = info.outputPath('.');
  await writeFile(info.outputPath('me.png'), (await pngPhoto()).buffer);
  const common = ['--url', baseURL ?? '', '--photo', 'me.png', '--garment', 'boxy-tee-terracotta'];

  const good = await tryOn([...common, '--out', 'look.jpg', '--seed', '4711'], folder);
  expect(good.output).toContain('seed 4711');
  expect(good.output).toMatch(/in the fitting room [\d.]+ s/);
  expect(good.code).toBe(0);
  const look = await readPicture(await readFile(info.outputPath('look.jpg')));
  expect(look).toMatchObject({ format: 'jpeg', width: 768, height: 1024 });

  const bad = await tryOn([...common, '--out', 'none.jpg', '--seed', `${seeds.blocked}`], folder);
  expect(bad.code).toBe(1);
  expect(bad.output).toContain('No look: The safety filter stopped this picture');
  await expect(readFile(info.outputPath('none.jpg'))).rejects.toThrow();
});

test('the terminal says what is missing', async ({ baseURL }, info) => {
  const url = ['--url', baseURL ?? ''];
  const of = ['--garment', 'boxy-tee-terracotta', '--out', 'look.jpg'];
  const cases: [args: string[], sentence: string][] = [
    [[...url, ...of], 'Give a garment, a place for the look, and a photo or a model.'],
    [[...url, ...of, '--photo', 'nobody.jpg'], 'The photo nobody.jpg cannot be read.'],
    [[...url, ...of, '--model', 'nobody'], 'This model is not here any more.'],
    [['--url', 'http://127.0.0.1:1', ...of, '--model', 'noor'], 'Nothing answers at'],
  ];
  for (const [args, sentence] of cases) {
    const { code, output } = await tryOn(args, info.outputPath('.'));
    expect(output).toContain(sentence);
    expect(code).toBe(1);
  }
});

test('the scheduler’s route is open to the scheduler only', async ({ request }) => {
  const path = '/api/cron/try-ons';
  expect((await request.get(path)).status()).toBe(404);
  const wrong = await request.get(path, { headers: { authorization: 'Bearer guess' } });
  expect(wrong.status()).toBe(404);
  const secret = process.env.CRON_SECRET;
  const right = await request.get(path, { headers: { authorization: `Bearer ${secret}` } });
  expect(await right.json()).toEqual({ advanced: expect.any(Number) });
});

test('the metrics are for whoever has their token', async ({ request }) => {
  const path = '/api/metrics';
  expect((await request.get(path)).status()).toBe(404);
  const authorization = `Bearer ${process.env.METRICS_TOKEN}`;
  const metrics = await request.get(path, { headers: { authorization } });
  expect(metrics.headers()['content-type']).toContain('text/plain; version=0.0.4');
  expect(await metrics.text()).toMatch(/^fitting_room_workers_alive [1-9]/m);
});
