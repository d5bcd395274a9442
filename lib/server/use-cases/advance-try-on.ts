import 'server-only';
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
import { prepareProviderInputs } from '#lib/server/provider-inputs.ts';
import { closeGate, takeCall } from '#lib/server/repositories/provider-gate.ts';
import {
  applyMove,
  beginSending,
  claimTryOn,
  type HeldTryOn,
  postponeTryOn,
  releaseLease,
  renewLease,
} from '#lib/server/repositories/try-on-queue.ts';
import { saveLook } from './save-look.ts';

/**
 * The one function that moves a try-on. The worker, the submit handler, the status route and the
 * cron route all ring it; whoever gets the row's lease does the work, the others do nothing.
 */
export async function advanceTryOn(id: string): Promise<void> {
  const held = await claimTryOn(db(), id, new Date());
  if (held) await advanceHeldTryOn(held);
}

/** Takes the held row from step to step until it has to wait, is final, or the lease is lost. */
export async function advanceHeldTryOn(held: HeldTryOn): Promise<void> {
  const renewal = setInterval(() => {
    renewLease(db(), held, new Date()).catch(() => {});
  }, LEASE_MS / 3);
  let current: HeldTryOn | null = held;
  try {
    while (current) current = await takeStep(current);
  } catch (error) {
    // A row in `sending` keeps its lease: nobody knows what became of the POST, and after the lease
    // the row is found and closed as `unknown`. Any other step may simply be taken again.
    const name = error instanceof Error ? error.name : 'unknown';
    log.error({ tryOnId: held.id, state: current?.state, error: name }, 'step failed');
    if (current && current.state !== 'sending') {
      await releaseLease(db(), current, new Date(Date.now() + 2_000)).catch(() => {});
    }
  } finally {
    clearInterval(renewal);
  }
}

async function takeStep(held: HeldTryOn): Promise<HeldTryOn | null> {
  if (held.state === 'sending') return move(held, afterLostSubmit());

  const gate = await takeCall(db(), callsPerMinute(), new Date());
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

async function stepContext(held: HeldTryOn): Promise<StepContext> {
  const { provider: latency } = await measuredLatency(held.category);
  return { now: new Date(), latency, jitter: Math.random() };
}

async function move(held: HeldTryOn, next: Move): Promise<HeldTryOn | null> {
  if (next.closeGate) await closeGate(db(), next.closeGate.until, next.closeGate.reason);
  return applyMove(db(), held, next, new Date());
}

async function send(held: HeldTryOn): Promise<HeldTryOn | null> {
  // Pictures first: while the row is still `queued`, whatever goes wrong here cost nothing.
  const inputs = await prepareProviderInputs(held.id, new Date());
  if (inputs.kind !== 'ready') {
    return move(held, afterPreparation(inputs, held, await stepContext(held)));
  }
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
  return move(sending, afterSubmit(outcome, sending, await stepContext(held)));
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
