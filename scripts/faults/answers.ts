import { setTimeout as pause } from 'node:timers/promises';
import { db } from '#lib/server/db.ts';
import { resumeByHand } from '#lib/server/repositories/provider-gate.ts';
import { makeDue } from '#lib/server/testing/until-final.ts';
import type { Acknowledged } from './crowd.ts';
import { untilQuiet } from './examine.ts';
import type { RoundReport } from './report.ts';
import { conclude, type Stage, statesOf, withWorkers } from './round.ts';

/**
 * Refusals that concern the account or the pace: the same try-on waits and is sent again, so the
 * provider must refuse it once only, or it would wait for ever.
 */
const ONCE = /^(submit-401|out-of-credits|submit-403|spend-limit|rate-limited)$/;

/**
 * What each fault must come to, by its name; the first that fits counts. The provider's hour ends
 * while the last ones are still tried again, so what cannot be had at all expires.
 */
const ENDINGS: readonly [name: RegExp, ending: string][] = [
  [ONCE, 'succeeded'],
  [/-accepted$|^lost-refused$|^submit-504$/, 'unknown submit_unknown'],
  [/^submit-(5|html)/, 'failed provider_error'],
  [/^submit-405$/, 'failed provider_protocol'],
  [/^submit-|^invalid$|^content-type$/, 'failed invalid_request'],
  [/^blocked$|^nsfw$/, 'blocked content_blocked'],
  [/^no-person$|^failed-200$/, 'failed no_person'],
  [/^unreadable$/, 'failed input_unreadable'],
  [/^crashed$|^failed-silently$/, 'failed unclassified'],
  [/^(never|stuck|very-slow|expired|forgotten)$/, 'expired result_expired'],
  [/^unknown-word-always$|^status-(drip|401)$/, 'expired result_expired'],
  [/^result-(404|garbage|failed)$|^(no|null)-output$/, 'expired result_expired'],
  [/^foreign-host$|^redirect$|^file-/, 'expired result_expired'],
  [
    /^fast$|^unknown-word$|^status-|^result-|^images$|^list$|^data-uri$|^(image-)?base64$/,
    'succeeded',
  ],
];

/** None shows anything new for as long: one that is refused for its pace waits for the next minute. */
const SETTLE_MS = 75_000;

/** Every fault that the sandbox knows, one try-on each. */
export async function everyAnswer(stage: Stage): Promise<RoundReport> {
  const { world, crowd } = stage;
  const faults = await world.sandbox.faults();
  const asked: { name: string; tryOn: Acknowledged }[] = [];
  return withWorkers(stage, 2, {}, async () => {
    const admin = insistOnGoingOn();
    for (const { name } of faults.filter((fault) => ONCE.test(fault.name))) {
      await world.sandbox.post('/script', { submit: [name] });
      const tryOn = await crowd.ask();
      asked.push({ name, tryOn });
      await untilQuiet([tryOn], 60_000);
    }
    for (const { name, seed } of faults.filter((fault) => !ONCE.test(fault.name))) {
      asked.push({ name, tryOn: await crowd.ask(undefined, seed) });
    }
    const tryOns = asked.map(({ tryOn }) => tryOn);
    await untilQuiet(tryOns, SETTLE_MS);
    await world.sandbox.passHour();
    await untilFinalWhenDue(tryOns);
    await admin.leave();
    const endings = await endingsOf(asked);
    return conclude(stage, `every answer: ${faults.length} faults`, tryOns, {
      faults: { 'provider faults': faults.length, hours: 1 },
      circumstances: { forgottenAt: world.sandbox.hours, mayFail: true },
      notes: Object.fromEntries(endings),
      broken: () =>
        endings.map(([name, ending]) => {
          const due = ENDINGS.find(([pattern]) => pattern.test(name))?.[1];
          return due !== undefined && due !== ending && `${name} ended as ${ending}, not ${due}`;
        }),
    });
  });
}

/** A pause ends at once: each fault is looked at for itself. */
function insistOnGoingOn() {
  const left = new AbortController();
  const work = async () => {
    while (!left.signal.aborted) {
      await resumeByHand(db(), new Date());
      await db().providerGate.updateMany({ data: { closedUntil: null } });
      await pause(200);
    }
  };
  const working = work();
  return {
    async leave() {
      left.abort();
      await working;
    },
  };
}

/** As if the waiting times of those that are left were over. */
async function untilFinalWhenDue(tryOns: readonly Acknowledged[]): Promise<void> {
  for (let round = 0; round < 40; round += 1) {
    const states = await statesOf(tryOns);
    if (!states.some((state) => state === 'running' || state === 'saving')) return;
    await Promise.all(tryOns.map(({ id }) => makeDue(id)));
    await pause(1_000);
  }
}

async function endingsOf(asked: { name: string; tryOn: Acknowledged }[]) {
  const rows = await db().tryOn.findMany({
    where: { id: { in: asked.map(({ tryOn }) => tryOn.id) } },
    select: { id: true, state: true, errorClass: true },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return asked.map(({ name, tryOn }): [name: string, ending: string] => {
    const row = byId.get(tryOn.id);
    return [name, row?.errorClass ? `${row.state} ${row.errorClass}` : (row?.state ?? 'missing')];
  });
}
