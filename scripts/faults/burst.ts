import type { Acknowledged } from './crowd.ts';
import type { RoundReport } from './report.ts';
import { conclude, PATIENCE_MS, type Stage, withWorkers } from './round.ts';
import type { ReceivedCall } from './sandbox-control.ts';

const SHOPS = 4;
/** Upload, POST, a status and the result; a fifth of them again for polls that come too early. */
const CALLS_EACH = 4.8;
const MINUTE_MS = 60_000;

/** Calls that draw from the plan's budget; the download of a picture does not. */
const COUNTED = ['submit', 'status', 'result', 'upload', 'credits'];

/** One shop asks for much, three for a little: nobody is refused, and the large one does not push in. */
export async function burst(stage: Stage, size: number, rpm: number): Promise<RoundReport> {
  const large = Math.floor(size / 2);
  const small = Math.floor((size - large) / (SHOPS - 1));
  // Four fifths of the plan are used, and the machine may be busy.
  const patienceMs = PATIENCE_MS + (1.5 * size * CALLS_EACH * MINUTE_MS) / (0.8 * rpm);
  const { world, crowd } = stage;
  const startedAt = Date.now();
  await world.sandbox.post('/settings', { rpm });
  const tryOns: Acknowledged[] = [];
  for (let i = 0; i < large; i += 1) tryOns.push(await crowd.ask(0));
  for (let shop = 1; shop < SHOPS; shop += 1) {
    for (let i = 0; i < small; i += 1) tryOns.push(await crowd.ask(shop));
  }
  return withWorkers(stage, 2, { SEGMIND_RPM: String(rpm) }, async () => {
    const examined = await conclude(stage, 'burst', tryOns, { patienceMs });
    const { calls } = await world.sandbox.received();
    await world.sandbox.post('/settings', { rpm: 0 });
    const ours = calls.filter(({ at }) => world.sandbox.timeOf(at) >= startedAt);
    const refused = ours.filter(({ status }) => status === 429).length;
    const most = busiestMinute(ours.filter(({ kind }) => COUNTED.includes(kind)));
    const fewest = fewestOfAShop(ours, tryOns, SHOPS * small);
    return {
      name: `burst of ${tryOns.length} on ${rpm} calls a minute`,
      faults: {},
      figures: {
        ...examined.figures,
        'answers 429': refused,
        'calls in the busiest minute': most,
        [`fewest of a shop in the first ${SHOPS * small}`]: fewest,
      },
      broken: [
        ...examined.broken,
        ...(refused > 0 ? [`${refused} calls were answered 429`] : []),
        ...(most > rpm ? [`${most} calls in one minute`] : []),
        // Those that are sent at the same moment may arrive in another order.
        ...(fewest < small - 3 ? ['one shop pushed in before the others'] : []),
      ],
    };
  });
}

function busiestMinute(calls: readonly ReceivedCall[]): number {
  const times = calls.map(({ at }) => at).sort((a, b) => a - b);
  let most = 0;
  let first = 0;
  for (const [i, at] of times.entries()) {
    while (at - (times[first] ?? at) >= MINUTE_MS) first += 1;
    most = Math.max(most, i - first + 1);
  }
  return most;
}

function fewestOfAShop(
  calls: readonly ReceivedCall[],
  tryOns: readonly Acknowledged[],
  amongFirst: number,
): number {
  const shopOf = new Map(tryOns.map(({ seed, shop }) => [seed, shop]));
  const sent = calls.flatMap(({ kind, body }) => {
    const shop =
      kind === 'submit' && typeof body?.seed === 'number' ? shopOf.get(body.seed) : undefined;
    return shop === undefined ? [] : [shop];
  });
  const first = sent.slice(0, amongFirst);
  return Math.min(
    ...Array.from({ length: SHOPS }, (_, shop) => first.filter((other) => other === shop).length),
  );
}
