import { afterAll, beforeEach } from 'vitest';
import { db } from '#lib/server/db.ts';
import type { JsonObject } from '#sandbox/answer.ts';
import { createManualClock } from '#sandbox/clock.ts';
import { NO_LATENCY } from '#sandbox/latency.ts';
import { createSandbox } from '#sandbox/server.ts';
import { openBreakableLine } from './breakable-line.ts';
import { plainPicture } from './shop-floor.ts';

/**
 * A sandbox for a test file, and the configuration that leads to it. It answers at once with a plain
 * picture. Call it at the top of the file: the configuration is read once.
 */
export async function startTestProvider() {
  const jpeg = await plainPicture('#336655');
  const sandbox = createSandbox({
    clock: createManualClock(),
    dresser: {
      dress: async () => ({ ok: true, jpeg, width: 300, height: 400 }),
      close: async () => {},
    },
    latency: NO_LATENCY,
    rpm: 0,
    credits: 1_000,
    random: () => 0.5,
  });
  const { url } = await sandbox.listen(0);
  const line = await openBreakableLine(Number(new URL(url).port));
  const host = `127.0.0.1:${line.port}`;
  Object.assign(process.env, {
    SEGMIND_BASE_URL: `http://${host}`,
    SEGMIND_OUTPUT_HOSTS: host,
    SEGMIND_RPM: '100000',
    SEGMIND_LATENCY_MS: '20',
  });
  const control = async (path: string, body: JsonObject) => {
    await fetch(`${url}/__sandbox${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  };
  beforeEach(async () => {
    await control('/reset', {});
    await db().providerGate.deleteMany();
  });
  afterAll(async () => {
    await line.cut();
    await sandbox.close();
  });
  return {
    /** The network between us and the provider. */
    line,
    /** What the next calls get; see the sandbox's README. */
    script: (plan: JsonObject) => control('/script', plan),
    /** How many calls of this kind the provider has received. */
    count(kind: 'submit' | 'status' | 'result' | 'upload'): number {
      const counts = sandbox.received.report().counts as Record<string, number>;
      return counts[kind] ?? 0;
    },
  };
}
