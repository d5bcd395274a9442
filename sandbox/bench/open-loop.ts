import { Agent, request } from 'node:http';

export interface Answer {
  status: number;
  headers: NodeJS.Dict<string | string[]>;
  body: Buffer;
}

/** One call over kept connections. Rejects when the socket fails. */
export function createCaller(url: string, headers: Record<string, string>) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const call = (method: string, path: string, body = ''): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const sent = request(`${url}${path}`, { method, headers, agent }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  return { call, close: () => agent.destroy() };
}

export type Caller = ReturnType<typeof createCaller>;

/**
 * Starts `perSecond` tasks a second for `seconds`, whether or not earlier ones have ended, and
 * answers the milliseconds from the time each was *due* to its end: a server that stalls is
 * charged for all who would have come meanwhile.
 */
export async function openLoop(
  perSecond: number,
  seconds: number,
  task: (index: number) => Promise<void>,
): Promise<number[]> {
  const total = perSecond * seconds;
  const took: number[] = [];
  const running: Promise<void>[] = [];
  const begin = performance.now();
  const dueAt = (index: number) => begin + (index * 1000) / perSecond;
  for (let next = 0; next < total; ) {
    while (next < total && dueAt(next) <= performance.now()) {
      const due = dueAt(next);
      running.push(
        task(next).then(() => {
          took.push(performance.now() - due);
        }),
      );
      next += 1;
    }
    // Timers are a millisecond coarse; turning on setImmediate would starve the two cores.
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(running);
  return took;
}

export interface Spread {
  p50: number;
  p99: number;
  max: number;
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}
