import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { JsonObject } from './answer.ts';
import { DEFAULT_KEY } from './server.ts';
import { startCommand, stopCommands } from './test-command.ts';
import { PIXEL, validBody } from './test-sandbox.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sandbox-kill-'));
});
afterEach(async () => {
  await stopCommands();
  rmSync(folder, { recursive: true });
});

const options = ['--port', '0', '--stored', '--latency-mean', '600', '--latency-sigma', '0'];

async function start() {
  const command = startCommand(...options, '--data', folder);
  const url = /(http:\S+)$/.exec(await command.line)?.[1] ?? '';
  const headers = { 'x-api-key': DEFAULT_KEY, 'content-type': 'application/json' };
  const get = (where: string) => fetch(`${url}${where}`, { headers });
  const post = (where: string, body: JsonObject) =>
    fetch(`${url}${where}`, { method: 'POST', headers, body: JSON.stringify(body) });
  const json = async (answer: Promise<Response>): Promise<JsonObject> => (await answer).json();
  return {
    ...command,
    get,
    post,
    json,
    status: (id: string) => json(get(`/v2/requests/${id}/status`)),
    balance: async () => (await json(get('/v1/get-user-credits'))).credits,
    async kill() {
      command.child.kill('SIGKILL');
      await command.ended;
    },
  };
}

describe('a sandbox that is killed', { timeout: 30_000 }, () => {
  it('completes its jobs when it is started again, bills them once and has the uploads', async () => {
    const first = await start();
    const uploaded = await first.json(first.post('/upload-asset', { data_urls: [PIXEL] }));
    const url = Array.isArray(uploaded.file_urls) ? String(uploaded.file_urls[0]) : '';
    const ids: string[] = [];
    const changes: JsonObject[] = [{ model_image: url }, {}];
    for (const change of changes) {
      const body = await first.json(
        first.post('/v2/try-on-diffusion', { ...validBody, ...change }),
      );
      ids.push(String(body.request_id));
    }
    await first.kill();

    const second = await start();
    for (const id of ids) expect(await second.status(id)).toMatchObject({ status: 'QUEUED' });
    expect((await second.get(new URL(url).pathname)).status).toBe(200);
    await second.json(second.post('/__sandbox/clock', { seconds: 600 }));
    for (const id of ids) {
      await vi.waitFor(async () =>
        expect(await second.status(id)).toMatchObject({ status: 'COMPLETED' }),
      );
    }
    expect(await second.balance()).toBe(9.97784);
    await second.kill();

    const third = await start();
    expect(await third.balance()).toBe(9.97784);
    for (const id of ids) {
      const { status, output } = await third.json(third.get(`/v2/requests/${id}`));
      expect(status).toBe('COMPLETED');
      expect((await third.get(new URL(String(output)).pathname)).status).toBe(200);
    }
  });

  it('leaves its folder to the next one, but not while it lives', async () => {
    const first = await start();
    const rival = startCommand(...options, '--data', folder);
    expect(await rival.ended).toMatchObject({
      code: 1,
      errors: expect.stringContaining('is in use by another sandbox'),
    });
    await first.kill();
    expect((await (await start()).get('/')).status).toBe(200);
  });
});
