import 'server-only';

/**
 * The steps that this process is taking, whoever rang: the worker, a handler's `after()`, the cron
 * route. On the global object, since Next bundles routes and instrumentation apart.
 */
const holder = globalThis as typeof globalThis & {
  fittingRoomInFlight?: {
    steps: Set<Promise<unknown>>;
    answers: Set<Promise<unknown>>;
    draining: boolean;
  };
};

function inFlight() {
  holder.fittingRoomInFlight ??= { steps: new Set(), answers: new Set(), draining: false };
  return holder.fittingRoomInFlight;
}

/** True once the process is on its way out: nothing may be begun. */
export const isDraining = () => inFlight().draining;

export const track = <T>(step: Promise<T>): Promise<T> => keptIn(inFlight().steps, step);

/** An answer that may be held, and then ends with the change feed: after the steps, which do not wait for it. */
export const trackAnswer = <T>(answer: Promise<T>): Promise<T> =>
  keptIn(inFlight().answers, answer);

function keptIn<T>(all: Set<Promise<unknown>>, one: Promise<T>): Promise<T> {
  all.add(one);
  const done = () => all.delete(one);
  one.then(done, done);
  return one;
}

/** Begins nothing more, and resolves when everything under way has come to its next resting place. */
export async function drain(): Promise<void> {
  const state = inFlight();
  state.draining = true;
  // A ring that was heard before may take steps after.
  while (state.steps.size > 0) await Promise.allSettled(state.steps);
}

/** Resolves when the answers that are under way are made; who asks meanwhile is another's to answer. */
export async function heldAnswersMade(): Promise<void> {
  await Promise.allSettled([...inFlight().answers]);
}
