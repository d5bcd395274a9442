import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { providerCategory } from '#lib/domain/category.ts';
import { LEASE_MS } from '#lib/domain/try-on.ts';
import {
  afterLostSubmit,
  afterPreparation,
  afterSave,
  afterStatus,
  afterSubmit,
  type Move,
  type StepContext,
} from '#lib/domain/try-on-steps.ts';
import { db } from '#lib/server/db.ts';
import { measuredLatency } from '#lib/server/latency.ts';
import { log } from '#lib/server/log.ts';
import { callsPerMinute, provider } from '#lib/server/provider.ts';
import { originIsPublic, prepareProviderInputs } from '#lib/server/provider-inputs.ts';
import { closeGate, takeCalls } from '#lib/server/repositories/provider-gate.ts';
import {
  applyMove,
  beginSending,
  claimTryOn,
  type HeldTryOn,
  postponeTryOn,
  releaseLease,
  renewLease,
} from '#lib/server/repositories/try-on-queue.ts';
import { isDraining, track } from '#lib/server/worker/in-flight.ts';
import { saveLook } from './save-look.ts';

/** With the pauses in between this outlasts a restart of the database. */
const MOVE_TRIES = 15;

/**
 * The one function that moves a try-on. The worker, the submit handler, the status route and the
 * cron route all ring it; whoever gets the row's lease does the work, the others do nothing.
 */
export async function advanceTryOn(id: string): Promise<void> {
  if (isDraining()) return;
  const held = await claimTryOn(db(), id, new Date());
  if (held) await advanceHeldTryOn(held);
}

/** Takes the held row from step to step until it has to wait, is final, or the lease is lost. */
export function advanceHeldTryOn(held: HeldTryOn): Promise<void> {
  return track(takeSteps(held));
}

async function takeSteps(held: HeldTryOn): Promise<void> {
  const renewal = setInterval(() => {
    renewLease(db(), held, new Date()).catch(() => {});
  }, LEASE_MS / 3);
  let current: HeldTryOn | null = held;
  try {
    while (current) current = await takeStep(current);
  } catch (error) {
    // The step may be taken again. A row that went to `sending` meanwhile is not released by this:
    // its version has moved on, it keeps its lease, and after that it is closed as `unknown`.
    const name = error instanceof Error ? error.name : 'unknown';
    log.error({ tryOnId: held.id, state: current?.state, error: name }, 'step failed');
    if (current) await releaseLease(db(), current, new Date(Date.now() + 2_000)).catch(() => {});
  } finally {
    clearInterval(renewal);
  }
}

async function takeStep(held: HeldTryOn): Promise<HeldTryOn | null> {
  if (held.state === 'sending') return move(held, afterLostSubmit());

  const gate = await takeCalls(
    db(),
    {
      calls: callsOf(held),
      perMinute: callsPerMinute(),
      paidFor: held.state !== 'queued',
    },
    new Date(),
  );
  if (gate.kind === 'closed') {
    await postponeTryOn(db(), held, gate.until, gate.reason);
    return null;
  }
  switch (held.state) {
    case 'queued':
      return send(held);
    case 'running':
      return poll(held);
    case 'saving':
      return save(held);
  }
}

/** Provider calls of the next step; sending may upload the pictures first. */
function callsOf({ state }: HeldTryOn): number {
  return state === 'queued' && !originIsPublic() ? 2 : 1;
}

async function stepContext(held: HeldTryOn): Promise<StepContext> {
  const { provider: latency } = await measuredLatency(held.category);
  return { now: new Date(), latency, jitter: Math.random() };
}

async function move(held: HeldTryOn, next: Move): Promise<HeldTryOn | null> {
  if (next.closeGate) await closeGate(db(), next.closeGate.until, next.closeGate.reason);
  return applyMove(db(), held, next, new Date());
}

/** For after the POST: what the provider answered must not be lost to a database away for a moment. */
async function moveSurely(held: HeldTryOn, next: Move): Promise<HeldTryOn | null> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await move(held, next);
    } catch (error) {
      if (failures === MOVE_TRIES) throw error;
      await pause(Math.min(2_000, 50 * 2 ** failures));
    }
  }
}

async function send(held: HeldTryOn): Promise<HeldTryOn | null> {
  // Pictures first: while the row is still `queued`, whatever goes wrong here cost nothing.
  const inputs = await prepareProviderInputs(held.id, new Date());
  if (inputs.kind !== 'ready') {
    return move(held, afterPreparation(inputs, held, await stepContext(held)));
  }
  // Read before the POST: after it, nothing but the answer may stand between us and the row.
  const context = await stepContext(held);
  const sending = await beginSending(db(), held, new Date());
  if (!sending) return null;

  const startedAt = performance.now();
  const outcome = await provider().submitTryOn({
    modelImage: inputs.modelImage,
    clothImage: inputs.clothImage,
    category: providerCategory[held.category],
    numInferenceSteps: held.steps,
    guidanceScale: held.guidance,
    seed: held.seed,
  });
  log.info(
    {
      tryOnId: held.id,
      outcome: outcome.kind,
      requestId: outcome.kind === 'accepted' ? outcome.requestId : undefined,
      errorClass: outcome.kind === 'not_accepted' ? outcome.errorClass : undefined,
      ms: Math.round(performance.now() - startedAt),
    },
    'submitted',
  );
  return moveSurely(sending, afterSubmit(outcome, sending, { ...context, now: new Date() }));
}

async function poll(held: HeldTryOn): Promise<HeldTryOn | null> {
  const outcome = await provider().checkStatus(requestIdOf(held));
  const told =
    outcome.kind === 'completed'
      ? { kind: outcome.kind, inferenceSeconds: outcome.metrics.inferenceSeconds }
      : outcome;
  return move(held, afterStatus(told, held, await stepContext(held)));
}

async function save(held: HeldTryOn): Promise<HeldTryOn | null> {
  const outcome = await saveLook(held, requestIdOf(held), new Date());
  return move(held, afterSave(outcome, held, await stepContext(held)));
}

function requestIdOf({ id, requestId }: HeldTryOn): string {
  if (!requestId) throw new Error(`Try-on ${id} is with the provider but has no request id.`);
  return requestId;
}
