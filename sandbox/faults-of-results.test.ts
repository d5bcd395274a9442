import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRows, seedOf } from './test-faults.ts';
import { jpegOfSeed, startTestSandbox, type TestSandbox } from './test-sandbox.ts';

const { rows, expectAllOf } = createRows();

let t: TestSandbox;

beforeAll(async () => {
  t = await startTestSandbox();
});
afterAll(() => t.close());
beforeEach(async () => {
  await t.control('/reset', {});
});

const base64OfSeed = (seed: number) => Buffer.from(jpegOfSeed(seed)).toString('base64');

describe('a result call that goes wrong', () => {
  const completed = async (name: string) => {
    const id = await t.start({ seed: seedOf(name) });
    expect(await t.json(t.status(id))).toMatchObject({ status: 'COMPLETED' });
    return id;
  };

  it.each(rows(['result-500']))('%s answers 500 twice', async (name) => {
    const id = await completed(name);
    const codes = [await t.result(id), await t.result(id), await t.result(id)];
    expect(codes.map((response) => response.status)).toEqual([500, 500, 200]);
  });

  it.each(rows(['result-404']))('%s is not there', async (name) => {
    expect((await t.result(await completed(name))).status).toBe(404);
  });

  it.each(rows(['result-garbage']))('%s cannot be parsed', async (name) => {
    const id = await completed(name);
    await expect(t.json(t.result(id))).rejects.toThrow(SyntaxError);
  });

  it.each(rows(['result-lost']))('%s loses two sockets', async (name) => {
    const id = await completed(name);
    await expect(t.result(id)).rejects.toThrow();
    await expect(t.result(id)).rejects.toThrow();
    expect((await t.result(id)).status).toBe(200);
  });

  it.each(rows(['result-late']))('%s still says PROCESSING once', async (name) => {
    const id = await completed(name);
    const first = await t.json(t.result(id));
    expect(first.status).toBe('PROCESSING');
    expect(first.output).toBeUndefined();
    expect(await t.json(t.result(id))).toMatchObject({ status: 'COMPLETED' });
  });

  it.each(rows(['result-failed']))('%s is FAILED after all', async (name) => {
    const response = await t.result(await completed(name));
    expect(response.status).toBe(422);
    expect(await t.json(response)).toMatchObject({ status: 'FAILED' });
  });
});

describe('a result of another shape', () => {
  const bodyFor = async (name: string) => t.json(t.result(await t.start({ seed: seedOf(name) })));

  it.each(rows(['no-output'], ['null-output'], ['images'], ['list']))('%s', async (name) => {
    const body = await bodyFor(name);
    const url = expect.stringContaining(`${t.url}/generations/`);
    const fields = {
      'no-output': {},
      'null-output': { output: null },
      images: { images: [{ url }] },
      list: { output: [url] },
    }[name];
    expect(body).toEqual({
      status: 'COMPLETED',
      error: null,
      metrics: expect.any(Object),
      ...fields,
    });
  });

  it.each(
    rows(
      ['data-uri', 'output', 'data:image/jpeg;base64,'],
      ['base64', 'output', ''],
      ['image-base64', 'image', ''],
    ),
  )('%s carries the picture in %s', async (name, field, prefix) => {
    const body = await bodyFor(name);
    expect(body[field]).toBe(`${prefix}${base64OfSeed(seedOf(name))}`);
  });

  it.each(rows(['foreign-host']))('%s points elsewhere', async (name) => {
    const { output } = await bodyFor(name);
    expect(new URL(String(output)).hostname).toBe('images.segmind.invalid');
  });

  it.each(rows(['redirect']))('%s leads on to the picture', async (name) => {
    const { output } = await bodyFor(name);
    expect((await t.call(String(output))).status).toBe(302);
    const followed = await fetch(String(output));
    expect(Buffer.from(await followed.arrayBuffer()).toString('base64')).toBe(
      base64OfSeed(seedOf(name)),
    );
  });
});

describe('a picture that cannot be used', () => {
  const pictureFor = async (name: string) => {
    const { output } = await t.json(t.result(await t.start({ seed: seedOf(name) })));
    return t.call(String(output));
  };

  it.each(
    rows(
      ['file-404', 404, 'text/plain', 9],
      ['file-500', 500, 'application/json', 33],
      ['file-html', 200, 'text/html', null],
      ['file-empty', 200, 'image/jpeg', 0],
      ['file-half', 200, 'image/jpeg', Math.floor(jpegOfSeed(seedOf('file-half')).byteLength / 2)],
      ['file-huge', 200, 'image/jpeg', 10 * 1024 * 1024],
    ),
  )('%s answers %i as %s', async (name, status, type, bytes) => {
    const response = await pictureFor(name);
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain(type);
    const { byteLength } = await response.arrayBuffer();
    if (bytes === null) expect(byteLength).toBeGreaterThan(50);
    else expect(byteLength).toBe(bytes);
  });

  it.each(rows(['file-cut']))('%s breaks off', async (name) => {
    const response = await pictureFor(name);
    await expect(response.arrayBuffer()).rejects.toThrow();
  });

  it.each(rows(['file-drip']))('%s comes a byte a second', async (name) => {
    const reader = (await pictureFor(name)).body?.getReader();
    expect((await reader?.read())?.value?.byteLength).toBe(1);
    await reader?.cancel();
  });
});

it('has gone through each fault of its kind', () => {
  expectAllOf([40, 69]);
});
