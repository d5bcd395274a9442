import { describe, expect, it } from 'vitest';
import { createInputs } from './inputs.ts';
import { PIXEL, PIXEL_BASE64 } from './test-sandbox.ts';

const pixel = Buffer.from(PIXEL_BASE64, 'base64');

function inputs(answer: () => Response | Promise<Response>, maxBytes = 1000, timeout = 5000) {
  const asked: string[] = [];
  const read = createInputs({
    fetch: async (input, init) => {
      asked.push(String(input));
      const stop = init?.signal;
      return await Promise.race([
        answer(),
        new Promise<never>((_resolve, reject) =>
          stop?.addEventListener('abort', () => reject(stop.reason)),
        ),
      ]);
    },
    timeout,
    maxBytes,
    ownFile: (url) => {
      if (url.host !== 'own') return 'not-ours';
      return url.pathname === '/assets/there.png' ? { bytes: pixel } : 'gone';
    },
  });
  return { asked, read: (value: string) => read('model_image', value, 'http://own') };
}

const error = (text: string) => ({
  ok: false,
  error: `Reference media rejected: model_image ${text}`,
});

describe('reading a picture', () => {
  it('fetches an http(s) URL', async () => {
    const { read, asked } = inputs(() => new Response(pixel));
    expect(await read('https://shop.example/photo.png')).toEqual({ ok: true, bytes: pixel });
    expect(asked).toEqual(['https://shop.example/photo.png']);
  });

  it('takes its own files without a request to itself', async () => {
    const { read, asked } = inputs(() => new Response(pixel));
    expect(await read('http://own/assets/there.png')).toEqual({ ok: true, bytes: pixel });
    expect(await read('http://own/assets/gone.png')).toEqual(
      error('could not be downloaded (HTTP 404).'),
    );
    expect(asked).toEqual([]);
  });

  it('takes a data URI and bare base64', async () => {
    const { read } = inputs(() => Response.error());
    expect(await read(PIXEL)).toEqual({ ok: true, bytes: pixel });
    expect(await read(PIXEL_BASE64)).toEqual({ ok: true, bytes: pixel });
  });

  it.each([
    ['a data URI that is no base64', 'data:image/png,abc', 'is not a valid data URI.'],
    ['a word', 'photo.png', 'is not a valid URL.'],
    ['another scheme', 'file:///etc/passwd', 'is not a valid URL.'],
    ['a URL without a host', 'http://', 'is not a valid URL.'],
    [
      'bytes that are no picture',
      `data:image/png;base64,${Buffer.from('hello').toString('base64')}`,
      'is not a valid image.',
    ],
  ])('rejects %s', async (_case, value, text) => {
    const { read } = inputs(() => Response.error());
    expect(await read(value)).toEqual(error(text));
  });

  it('names the status of a refused download', async () => {
    const { read } = inputs(() => new Response('no', { status: 403 }));
    expect(await read('http://shop.example/a')).toEqual(
      error('could not be downloaded (HTTP 403).'),
    );
  });

  it('reports a host that cannot be reached', async () => {
    const { read } = inputs(() => Promise.reject(new TypeError('fetch failed')));
    expect(await read('http://shop.example/a')).toEqual({
      ...error('could not be downloaded.'),
      unreachable: true,
    });
  });

  it('gives up on a host that does not answer', async () => {
    const { read } = inputs(() => new Promise<Response>(() => {}), 1000, 5);
    expect(await read('http://shop.example/a')).toEqual(error('could not be downloaded in time.'));
  });

  it('stops reading a picture beyond the limit', async () => {
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulled += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const { read } = inputs(() => new Response(endless), 3 * 1024 * 1024);
    expect(await read('http://shop.example/a')).toEqual(error('is larger than 3 MB.'));
    expect(pulled).toBeLessThan(8);
  });
});
