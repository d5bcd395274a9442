import { isFinal } from '#lib/domain/try-on.ts';
import type { Actor } from '#lib/server/auth/actor.ts';
import { db } from '#lib/server/db.ts';
import { advanceTryOn } from '#lib/server/use-cases/advance-try-on.ts';
import { getTryOn } from '#lib/server/use-cases/get-try-on.ts';
import { type Acknowledged, insist } from './crowd.ts';
import type { RoundReport } from './report.ts';
import { conclude, type Stage, withWorkers } from './round.ts';

const TRY_ONS = 6;
const MANY = 1_000;

/** A thousand people before one try-on cost the provider what one does. */
export async function manyViewers(stage: Stage): Promise<RoundReport> {
  const { world, crowd } = stage;
  await world.sandbox.post('/settings', { latency: { mean: 4, sigma: 0 } });
  const from = crowd.acknowledged.length;
  const callsOf = async (viewers: number) => {
    let calls = 0;
    for (let i = 0; i < TRY_ONS; i += 1) {
      const tryOn = await crowd.ask();
      await Promise.all(Array.from({ length: viewers }, () => watch(tryOn)));
      calls += await providerCalls(stage, tryOn);
    }
    return calls / TRY_ONS;
  };
  return withWorkers(stage, 1, {}, async () => {
    const one = await callsOf(1);
    const many = await callsOf(MANY);
    await world.sandbox.post('/settings', { latency: 'instant' });
    return conclude(stage, `1 and ${MANY} viewers`, crowd.acknowledged.slice(from), {
      figures: { 'calls with 1': one, [`calls with ${MANY}`]: many },
      broken: () => [
        // The poll times carry jitter, so that the mean of a few may differ by a call.
        many > Math.max(one * 1.05, one + 1) && 'many viewers cost more calls than one',
      ],
    });
  });
}

/** As the status route does for a waiting browser. */
async function watch({ id }: Acknowledged): Promise<void> {
  const row = await insist(() =>
    db().tryOn.findUniqueOrThrow({ where: { id }, select: { user: true } }),
  );
  const actor: Actor = { ...row.user, userId: row.user.id };
  const { signal } = new AbortController();
  for (let since = 0; ; ) {
    // A browser asks again after an error as well.
    const { view, due } = await insist(() =>
      getTryOn(actor, id, { since, waitMs: 25_000, signal }),
    );
    if (due) await advanceTryOn(id).catch(() => {});
    if (!view) continue;
    if (isFinal(view.state)) return;
    since = view.version;
  }
}

async function providerCalls({ world }: Stage, { id }: Acknowledged): Promise<number> {
  const row = await db().tryOn.findUniqueOrThrow({ where: { id }, select: { requestId: true } });
  const { byRequest } = await world.sandbox.received('submit');
  return Object.values(byRequest[row.requestId ?? ''] ?? {}).reduce((sum, n) => sum + n, 0);
}
