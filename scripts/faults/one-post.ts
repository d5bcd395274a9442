import { db } from '#lib/server/db.ts';
import { untilQuiet } from './examine.ts';
import { ambiguousFaults, type NetworkFault } from './fault-proxy.ts';
import type { RoundReport } from './report.ts';
import { conclude, type Stage, statesOf, withWorkers } from './round.ts';

const PROCESSES = 4;
const TIMES = 25;

/** The same key from four processes at once: one try-on, one POST. */
export async function sameKey(stage: Stage): Promise<RoundReport> {
  const { world, crowd } = stage;
  const { actor, body, key, shop } = await crowd.newRequest();
  const ids = await world.fleet.submitTogether(PROCESSES, { actor, body, key, times: TIMES });
  const rows = await db().tryOn.findMany({ where: { idempotencyKey: key }, select: { id: true } });
  const answers = new Set(ids.filter((id) => id !== 'refused'));
  const tryOns = rows.map(({ id }) => ({ id, seed: body.seed, shop }));
  return withWorkers(stage, 2, {}, () =>
    conclude(stage, `one key, ${ids.length} submits at once`, tryOns, {
      figures: {
        rows: rows.length,
        'different answers': answers.size,
        // On a machine that is too busy a transaction may be given up: whoever asks again gets it.
        'to ask again': ids.filter((id) => id === 'refused').length,
      },
      broken: () => [
        ids.length !== PROCESSES * TIMES && `${ids.length} of the submits were answered`,
        answers.size !== 1 && `the submits were answered with ${[...answers].join(', ')}`,
        rows.length !== 1 && `there are ${rows.length} rows`,
      ],
    }),
  );
}

/** Every way in which the answer to a POST can be lost: never a second one. */
export async function lostAnswers(stage: Stage): Promise<RoundReport> {
  const { world, crowd } = stage;
  const from = crowd.acknowledged.length;
  const wrong: string[] = [];
  const kinds = ambiguousFaults.filter((fault): fault is NetworkFault => fault !== 'broken');
  return withWorkers(stage, 2, {}, async () => {
    for (const fault of kinds) {
      let injected = false;
      world.proxy.choose = (kind) => {
        if (kind !== 'submit' || injected) return null;
        injected = true;
        return fault;
      };
      const hit = await crowd.ask();
      await untilQuiet([hit], 30_000);
      const [state] = await statesOf([hit]);
      if (state !== 'unknown') wrong.push(`after ${fault} it is ${state}`);
      // One that goes well, or four in a row would be taken for an outage.
      await untilQuiet([await crowd.ask()], 30_000);
    }
    world.proxy.choose = () => null;
    return conclude(stage, 'lost answers', crowd.acknowledged.slice(from), {
      faults: Object.fromEntries(kinds.map((fault) => [fault, 1])),
      broken: () => wrong,
    });
  });
}
