import type { JsonObject } from './answer.ts';
import { createManualClock } from './clock.ts';
import type { Dresser } from './jobs.ts';
import { NO_LATENCY } from './latency.ts';
import { createSandbox, DEFAULT_KEY, type SandboxOptions } from './server.ts';

/** A PNG of one pixel: enough for everything but a real dressing. */
export const PIXEL_BASE64 =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
export const PIXEL = `data:image/png;base64,${PIXEL_BASE64}`;

/** What the fake dresser answers: the signature of a JPEG and bytes that tell the seed. */
export const jpegOfSeed = (seed: number): Uint8Array =>
  Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(`picture of seed ${seed}`)]);

export const validBody: JsonObject = {
  model_image: PIXEL,
  cloth_image: PIXEL,
  category: 'Upper body',
  seed: 7,
};

/** A sandbox on a free port with a standing clock, no latency and a dresser that answers at once. */
export async function startTestSandbox(options: Partial<SandboxOptions> = {}) {
  const clock = createManualClock();
  const dresser: Dresser = {
    dress: async ({ seed }) => ({ ok: true, jpeg: jpegOfSeed(seed), width: 768, height: 1024 }),
    close: async () => {},
  };
  const sandbox = createSandbox({
    clock,
    dresser,
    latency: NO_LATENCY,
    rpm: 0,
    random: () => 0.5,
    ...options,
  });
  const { url } = await sandbox.listen(0);

  const call = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(path.startsWith('http') ? path : `${url}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { 'x-api-key': DEFAULT_KEY, ...init.headers },
    });
  const post = (path: string, body: unknown, init: RequestInit = {}): Promise<Response> =>
    call(path, {
      method: 'POST',
      body: JSON.stringify(body),
      ...init,
      headers: { 'content-type': 'application/json', ...init.headers },
    });
  const json = async (response: Promise<Response> | Response): Promise<JsonObject> => {
    const body: JsonObject = await (await response).json();
    return body;
  };
  const control = (path: string, body?: JsonObject) =>
    json(body === undefined ? call(`/__sandbox${path}`) : post(`/__sandbox${path}`, body));
  const submit = (change: JsonObject = {}, init: RequestInit = {}) =>
    post('/v2/try-on-diffusion', { ...validBody, ...change }, init);

  return {
    url,
    clock,
    sandbox,
    call,
    post,
    json,
    control,
    submit,
    sync: (change: JsonObject = {}) => post('/v1/try-on-diffusion', { ...validBody, ...change }),
    status: (id: string) => call(`/v2/requests/${id}/status`),
    result: (id: string) => call(`/v2/requests/${id}`),
    /** Submits and waits until the dressing behind it is done. */
    async start(change: JsonObject = {}): Promise<string> {
      const { request_id: id } = await json(submit(change));
      if (typeof id !== 'string') throw new Error('The submit was not accepted.');
      await control('/settle', {});
      return id;
    },
    close: () => sandbox.close(),
  };
}

export type TestSandbox = Awaited<ReturnType<typeof startTestSandbox>>;
