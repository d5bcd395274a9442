// A process of the fleet: loads what a worker needs, waits for its order, and works until it is
// killed or told to stop.
import { setTimeout as pause } from 'node:timers/promises';
import type { SubmitOrder, WorkOrder } from './fleet.ts';

process.on('disconnect', () => process.exit(1));

const { runWorker } = await import('#lib/server/worker/run-worker.ts');
const { submitTryOn } = await import('#lib/server/use-cases/submit-try-on.ts');

process.once('message', (order: WorkOrder | SubmitOrder | 'leave') => {
  if (order === 'leave') process.exit(0);
  // Read on first use, which is after this.
  Object.assign(process.env, order.env);
  if (order.kind === 'work') work();
  else submit(order);
});
// Whoever waited may be gone meanwhile, which the listener above deals with.
const tell = (what: unknown) => process.send?.(what, undefined, undefined, () => {});
tell('ready');

function work(): void {
  const stop = new AbortController();
  process.once('SIGTERM', () => stop.abort());
  runWorker(stop.signal).then(
    () => process.exit(0),
    () => process.exit(1),
  );
}

/** All at once, at the moment that every process was given. */
async function submit({ actor, body, key, times, at }: SubmitOrder): Promise<void> {
  await pause(Math.max(0, at - Date.now()));
  const views = await Promise.allSettled(
    Array.from({ length: times }, () => submitTryOn(actor, body, key)),
  );
  const ids = views.map((view) => (view.status === 'fulfilled' ? view.value.id : 'refused'));
  tell({ ids });
}
