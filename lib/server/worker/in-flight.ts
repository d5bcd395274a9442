import 'server-only';

/**
 * The steps that this process is taking, whoever rang: the worker, a handler's `after()`, the cron
 * route. On the global object, since Next bundles routes and instrumentation apart.
 */
const holder = globalThis as typeof globalThis & {
  fittingRoomInFlight?: { steps: Set<Promise<unknown>>; draining: boolean };
};

function inFlight() {
  holder.fittingRoomInFlight ??= { steps: new Set(), draining: false };
  return holder.fittingRoomInFlight;
}

/** True once the process is on its way out: nothing may be begun. */
export const isDraining = () => inFlight().draining;

export function track<T>(step: Promise<T>): Promise<T> {
  const { steps } = inFlight();
  steps.add(step);
  const done = () => steps.delete(step);
  step.then(done, done);
  return step;
}

/** Begins nothing more, and resolves when everything under way has come to its next resting place. */
export async function drain(): Promise<void> {
  const state = inFlight();
  state.draining = true;
  // A ring that was heard before may take steps after.
  while (state.steps.size > 0) await Promise.allSettled(state.steps);
}
