import { setTimeout as pause } from 'node:timers/promises';
import { SANDBOX_KEY } from '../scripts/sandbox-process.ts';

/** The yardstick of waiting: a fixed poll, 1.0 s after the answer to the last. It is nobody's SDK. */
const PAUSE_MS = 1_000;

/** A picture of one pixel: with a stored answer nobody is dressed. */
const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Runs try-ons one after the other, each to the last byte of its picture. */
export async function askEachSecond(
  url: string,
  times: number,
): Promise<{ requestId: string; seenAt: number }[]> {
  const call = async (path: string, body?: object): Promise<Record<string, unknown>> => {
    const answer = await fetch(url + path, {
      headers: { 'x-api-key': SANDBOX_KEY, 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    return (await answer.json()) as Record<string, unknown>;
  };
  const seen: { requestId: string; seenAt: number }[] = [];
  for (let i = 0; i < times; i += 1) {
    const submitted = await call('/v2/try-on-diffusion', {
      model_image: PIXEL,
      cloth_image: PIXEL,
      category: 'Upper body',
    });
    const requestId = String(submitted.request_id);
    let state = submitted.status;
    while (state === 'QUEUED' || state === 'PROCESSING') {
      await pause(PAUSE_MS);
      state = (await call(`/v2/requests/${requestId}/status`)).status;
    }
    if (state !== 'COMPLETED') throw new Error(`A try-on of the yardstick is ${state}.`);
    const { output } = await call(`/v2/requests/${requestId}`);
    await (await fetch(String(output))).arrayBuffer();
    seen.push({ requestId, seenAt: Date.now() });
  }
  return seen;
}
