import 'server-only';
import { setTimeout as pause } from 'node:timers/promises';
import { type Evidence, evidenceOf, evidenceOfError } from '#lib/domain/breaker.ts';
import { providerCategory } from '#lib/domain/category.ts';
import {
  afterLostSubmit,
  afterPreparation,
  afterSave,
  afterStatus,
  afterSubmit,
  type Move,
  type StepContext,
} from '#lib/domain/try-on-steps.ts';
import { crashPoint } from '#lib/server/crash-points.ts';
import { db } from '#lib/server/db.ts';
import { currentPlan, providerSeconds } from '#lib/server/latency.ts';
import { log } from '#lib/server/log.ts';
import { callsPerMinute, provider } from '#lib/server/provider.ts';
import { prepareProviderInputs } from '#lib/server/provider-inputs.ts';
import { closeGate, takeCalls, weighEvidence } from '#lib/server/repositories/provider-gate.ts';
import {
  claimPaidFor,
  type HeldTryOn,
  leaseMs,
  releaseLease,
  renewLease,
} from '#lib/server/repositories/try-on-claims.ts';
import { applyMove, beginSending } from '#lib/server/repositories/try-on-moves.ts';
import { currentTextRules } from '#lib/server/text-rules.ts';
import { isDraining, track } from '#lib/server/worker/in-flight.ts';
import { callsToSend, claimSends } from './claim-sends.ts';
import { findTwin, reuseLook } from './reuse-look.ts';
import { saveLook } from './save-look.ts';

/** With the pauses in between this outlasts a restart of the database. */
const MOVE_TRIES = 15;

/** Others in the queue that a ring for one try-on may send as well, when they come before it. */
const SENDS_A_RING = 8;

/**
 * The one function that moves a try-on. The worker, the submit handler, the status route and the
 * cron route all ring it; whoever gets the row's lease does the work, the others do nothing. One
 * that still waits in the queue is not pulled out of it: those before it are sent first.
 */
export async function advanceTryOn(id: string): Promise<void> {
  if (!isDraining()) await track(ring(id));
}

async function ring(id: string): Promise<void> {
  const paidFor = await claimPaidFor(db(), { limit: 1, calls: 1, id }, new Date());
  const held = paidFor.length > 0 ? paidFor : (await claimSends(SENDS_A_RING, new Date())).held;
  await advanceHeldTryOns(held);
}

/** All at once. What was claimed while the process began to leave is given back for the others. */
export async function advanceHeldTryOns(held: HeldTryOn[]): Promise<void> {
  const step = isDraining()
    ? (one: HeldTryOn) => releaseLease(db(), one)
    : (one: HeldTryOn) => advanceHeldTryOn(one);
  await Promise.all(held.map(step));
}

/** Takes the held row from step to step until it has to wait, is final, or the lease is lost. */
export function advanceHeldTryOn(held: HeldTryOn): Promise<void> {
  return track(takeSteps(held));
}

async function takeSteps(held: HeldTryOn): Promise<void> {
  crashPoint('claimed');
  const renewal = setInterval(() => {
    renewLease(db(), held, new Date()).catch(() => {});
  }, leaseMs() / 3);
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
  switch (held.state) {
    case 'sending':
      return move(held, afterLostSubmit());
    case 'queued':
      return send(held);
    case 'running':
      return (await takesCalls(held, { calls: 1 })) ? poll(held) : null;
    case 'saving':
      return (await takesCalls(held, { calls: 1 })) ? save(held) : null;
  }
}

/** Takes provider calls out of the budget; without them the row is given back, due as it was. */
async function takesCalls(
  held: HeldTryOn,
  { calls, leave = 0 }: { calls: number; leave?: number },
): Promise<boolean> {
  const answer = await takeCalls(
    db(),
    {
      calls,
      leave,
      perMinute: callsPerMinute(),
      passesPause: held.state !== 'queued' || held.probe === true,
      // Where the shops stand is told by people alone.
      turn: held.lane === 'BULK' ? 0n : held.turn,
    },
    new Date(),
  );
  if (answer.kind === 'closed') await releaseLease(db(), held);
  return answer.kind === 'open';
}

async function stepContext(held: HeldTryOn): Promise<StepContext> {
  const [plan, rules] = await Promise.all([currentPlan(held.category), currentTextRules()]);
  return { now: new Date(), plan, jitter: Math.random(), rules };
}

async function move(held: HeldTryOn, next: Move): Promise<HeldTryOn | null> {
  if (next.closeGateUntil) await closeGate(db(), next.closeGateUntil);
  const following = await applyMove(db(), held, next, new Date());
  crashPoint('move-committed');
  return following;
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

async function learn(evidence: Evidence | null, held: HeldTryOn): Promise<void> {
  if (!evidence) return;
  crashPoint('evidence-unwritten');
  const change = await weighEvidence(db(), evidence, {
    byProbe: held.probe === true,
    now: new Date(),
  });
  if (change) log.warn({ from: change.from, to: change.to }, 'sending');
}

/** How long a try-on waits for the same one of somebody else that is under way. */
const TWIN_PAUSE_MS = 700;

async function send(held: HeldTryOn): Promise<HeldTryOn | null> {
  if (held.discarded) {
    return move(held, afterPreparation({ kind: 'missing' }, held, await stepContext(held)));
  }
  const twin = await findTwin(held, new Date());
  if (twin?.kind === 'finished') {
    const reused = await reuseLook(held, twin, await stepContext(held));
    if (reused) return move(held, reused);
  }
  if (twin?.kind === 'under-way') {
    await releaseLease(db(), held, new Date(Date.now() + TWIN_PAUSE_MS));
    return null;
  }
  if (!(await takesCalls(held, callsToSend(held)))) return null;
  // Pictures first: while the row is still `queued`, whatever goes wrong here cost nothing.
  const inputs = await prepareProviderInputs(held.id, new Date());
  if (inputs.kind !== 'ready') {
    if (inputs.kind === 'unavailable') await learn(evidenceOfError(inputs.errorClass), held);
    return move(held, afterPreparation(inputs, held, await stepContext(held)));
  }
  crashPoint('prepared');
  // Read before the POST: after it, nothing but the answer may stand between us and the row.
  const context = await stepContext(held);
  // The answer might come home to nobody.
  if (isDraining()) {
    await releaseLease(db(), held);
    return null;
  }
  const sending = await beginSending(db(), held, new Date());
  if (!sending) return null;
  crashPoint('intent-committed');

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
  crashPoint('submit-answered');
  const moved = await moveSurely(
    sending,
    afterSubmit(outcome, sending, { ...context, now: new Date() }),
  );
  crashPoint('submit-written');
  await learn(evidenceOf(outcome), sending);
  return moved;
}

async function poll(held: HeldTryOn): Promise<HeldTryOn | null> {
  const askedAt = new Date();
  const outcome = await provider().checkStatus(requestIdOf(held));
  crashPoint('status-answered');
  const told =
    outcome.kind === 'completed'
      ? {
          kind: outcome.kind,
          providerSeconds: await providerSeconds(held, outcome.metrics, askedAt),
          costUsd: outcome.metrics.costUsd,
        }
      : outcome;
  if (outcome.kind === 'unavailable') {
    const evidence = evidenceOfError(outcome.errorClass);
    // A status that cannot be had says nothing about sending; a key that is refused does.
    if (evidence?.kind === 'refuses') await learn(evidence, held);
  }
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
