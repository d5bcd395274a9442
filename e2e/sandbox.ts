import { seedRange } from '#lib/domain/parameters.ts';

/** The stand-in for the provider, steered from outside: see sandbox/README.md. */

export const sandboxUrl = process.env.E2E_SANDBOX_URL ?? 'http://127.0.0.1:4010';

/** Reserved seeds: whoever submits with one gets that fault, and nobody else does. */
export const seeds = {
  blocked: 900000000000001,
  noPerson: 900000000000002,
  crashed: 900000000000005,
  answerLost: 900000000000010,
  /** 60 s on the sandbox's clock. */
  slow: 900000000000020,
  /** Ten minutes on the sandbox's clock. */
  verySlow: 900000000000023,
  expired: 900000000000024,
  serverError: 900000000000500,
} as const;

export const drawOwnSeed = () => Math.floor(Math.random() * Math.min(seedRange.max, 4e11));

async function control(call: string, body: unknown): Promise<void> {
  const response = await fetch(`${sandboxUrl}/__sandbox/${call}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`The sandbox refused ${call}: ${await response.text()}`);
}

/** Ends what was submitted with `seeds.slow`. Only forward, and for every test at once. */
export const letSlowOnesEnd = () => control('clock', { seconds: 61 });

/** Lays out the answers to the next calls about the try-on that is sent with this seed. */
export const scriptFor = (seed: number, steps: { submit?: object; status?: object }) =>
  control(
    'script',
    Object.fromEntries(Object.entries(steps).map(([call, step]) => [call, [{ ...step, seed }]])),
  );

/**
 * Lays out the answers to the next calls, whosever they are: only for tests that run alone. What other
 * tests left at the provider is asked for even then, so that of `status` calls none can be sure.
 */
export const scriptForAll = (steps: { submit?: object[]; upload?: object[] }) =>
  control('script', steps);

interface ReceivedCall {
  requestId: string | null;
  body: { seed?: number } | null;
}

/** The submits that arrived at the provider with this seed. */
export async function submitsWithSeed(seed: number): Promise<ReceivedCall[]> {
  const response = await fetch(`${sandboxUrl}/__sandbox/received?kind=submit`);
  const { calls } = (await response.json()) as { calls: ReceivedCall[] };
  return calls.filter(({ body }) => body?.seed === seed);
}
