import { describe, expect, it } from 'vitest';
import { AppError } from './app-error.ts';
import { readJson } from './read-json.ts';

const requestOf = (body: BodyInit | null) =>
  new Request('http://shop.example/api', { method: 'POST', body, ...{ duplex: 'half' } });

async function codeOf(body: BodyInit | null): Promise<string> {
  const error = await readJson(requestOf(body), 'here').catch((one: unknown) => one);
  return error instanceof AppError ? error.code : 'read';
}

describe('a JSON body', () => {
  it('is read as it was sent', async () => {
    expect(await readJson(requestOf('{"name":"Zoë"}'), 'here')).toEqual({ name: 'Zoë' });
  });

  it.each([
    ['nothing', null],
    ['no words', ''],
    ['half', '{"a":'],
    ['a picture', new Uint8Array([0xff, 0xd8, 0xff])],
  ])('is not %s', async (_name, body) => {
    expect(await codeOf(body)).toBe('invalid_input');
  });

  it('ends where there is too much, though no header says how much comes', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 64 * 1024;
        controller.enqueue(new Uint8Array(64 * 1024).fill(32));
      },
    });
    expect(await codeOf(endless)).toBe('too_large');
    expect(sent).toBeLessThan(1024 * 1024);
  });
});
