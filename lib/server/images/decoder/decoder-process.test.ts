import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { noise, plain } from '../testing/sample-pictures.ts';
import { type DecoderProcess, decoderCommand, startDecoder } from './decoder-process.ts';

const MB = 1024 * 1024;
const LIMITS = { wallMs: 20_000, memoryBytes: 768 * MB };
const processes: DecoderProcess[] = [];

afterEach(() => {
  for (const one of processes.splice(0)) one.end();
});

async function started(change: Partial<typeof LIMITS> = {}): Promise<DecoderProcess> {
  const one = await startDecoder({ ...LIMITS, ...change });
  processes.push(one);
  return one;
}

const order = (width: number, height: number) => ({ width, height, maxSide: 200, quality: 80 });

describe('a decoder’s process', () => {
  it('decodes one file after the other', async () => {
    const decoder = await started();
    for (const colour of ['#203040', '#504030']) {
      const jpeg = await plain(300, 400, { r: 1, g: 2, b: 3 }).tint(colour).jpeg().toBuffer();
      expect(await decoder.decode(jpeg, order(300, 400))).toMatchObject({
        kind: 'jpeg',
        width: 150,
        height: 200,
      });
    }
    const damaged = Buffer.from('no picture at all');
    expect(await decoder.decode(damaged, order(300, 400))).toEqual({ kind: 'damaged' });
    expect(decoder.alive).toBe(true);
  });

  it('is told nothing, and may touch nothing', () => {
    const probe = path.resolve('lib/server/images/testing/decoder-probe.ts');
    const { stdout } = spawnSync(...decoderCommand(LIMITS, probe), {
      env: {} as NodeJS.ProcessEnv,
      encoding: 'utf8',
    });
    const { outcomes, environment } = JSON.parse(stdout);
    expect(outcomes).toEqual({
      'read a file of the machine': 'ERR_ACCESS_DENIED',
      'read a configuration of the project': 'ERR_ACCESS_DENIED',
      'read the data of the project': 'ERR_ACCESS_DENIED',
      'read its own code': 'allowed',
      'write a file': 'ERR_ACCESS_DENIED',
      'start a program': 'ERR_ACCESS_DENIED',
      'start a thread': 'ERR_ACCESS_DENIED',
    });
    expect(environment).toEqual([]);
  });

  it('is killed when a picture takes too long', async () => {
    const large = await noise(1_500, 1_500).jpeg().toBuffer();
    const decoder = await started({ wallMs: 1 });
    expect(await decoder.decode(large, order(1_500, 1_500))).toEqual({ kind: 'died' });
    expect(decoder.alive).toBe(false);
  });

  it('ends itself when a picture takes too much memory', async () => {
    // Interlaced, so that all of it lies in memory at once.
    const wide = await plain(6_000, 6_000).png({ progressive: true }).toBuffer();
    const decoder = await started({ memoryBytes: 120 * MB });
    const decoded = await decoder.decode(wide, order(6_000, 6_000));
    expect(decoded.kind).not.toBe('jpeg');
  });

  it('takes nobody with it when it crashes', async () => {
    const large = await noise(1_500, 1_500).jpeg().toBuffer();
    const decoder = await started();
    const decoding = decoder.decode(large, order(1_500, 1_500));
    process.kill(decoder.pid ?? 0, 'SIGSEGV');
    expect(await decoding).toEqual({ kind: 'died' });
    expect(await decoder.decode(large, order(1_500, 1_500))).toEqual({ kind: 'died' });
  });

  it('ends when the pipe to whoever started it closes', async () => {
    const child = spawn(...decoderCommand(LIMITS), { env: {} as NodeJS.ProcessEnv });
    await once(child.stdout, 'data');
    child.stdin.end();
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  });

  it('stays through a Ctrl-C, since the server may still want the picture', async () => {
    const decoder = await started();
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.kill(decoder.pid ?? 0, signal);
    const jpeg = await plain(300, 400).jpeg().toBuffer();
    expect(await decoder.decode(jpeg, order(300, 400))).toMatchObject({ kind: 'jpeg' });
  });

  it('starts without the kernel’s limit where that cannot be set', async () => {
    const one = await startDecoder(LIMITS, '/bin/false');
    expect(one.alive).toBe(true);
    one.end();
  });
});
