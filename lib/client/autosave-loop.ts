import {
  type Autosave,
  accepted,
  chosen,
  type FieldRules,
  outrun,
  refusedFields,
  seen,
  sent,
  startAutosave,
  type Trouble,
  typed,
  unanswered,
  unsent,
} from './autosave.ts';

/** After the last key. */
const PAUSE_MS = 900;
/** Whoever types without a pause is saved all the same. */
const LONGEST_WAIT_MS = 5_000;
const TRY_AGAIN_MS = [2_000, 5_000, 15_000, 30_000];

/** The server's fields as the form has them, and whatever else came with them. */
export interface Answer<F> {
  fields: F;
  version: number;
}

export type Failure<F> =
  | { kind: 'outrun'; reason: string }
  | { kind: 'fields'; reasons: ReadonlyMap<keyof F, string> }
  | { kind: 'trouble'; trouble: Trouble };

export interface AutosaveOptions<F, A extends Answer<F>> {
  fields: F;
  /** 0 for what is still to be made. */
  version: number;
  rules: FieldRules<F>;
  /** Fields that are not fit to be sent as they stand. */
  heldFields(draft: F): ReadonlySet<keyof F>;
  /** Whether it can be made; asked while the version is 0. */
  canBegin(draft: F): boolean;
  save(changes: Partial<F>, version: number): Promise<A>;
  load(): Promise<A>;
  explain(error: unknown): Failure<F>;
  /** Each answer of the server's that is news. */
  onAnswer(answer: A): void;
  /** The other side has changed these meanwhile, and they are taken over. */
  onTaken(fields: (keyof F)[], answer: A): void;
}

export interface AutosaveLoop<F, A extends Answer<F>> {
  get(): Autosave<F>;
  subscribe(listener: () => void): () => void;
  type(changes: Partial<F>): void;
  choose(field: keyof F, whose: 'mine' | 'theirs'): void;
  /** What the server has now, by the answer to a change of another kind. */
  see(answer: A): void;
  /** Asks the server whether there is something newer. Throws nothing. */
  look(): Promise<void>;
  /** Sends at once. @returns whether all that is fit to be sent is on the server. */
  flush(): Promise<boolean>;
  start(): void;
  /** Sends what there is, once, and nothing more. @returns like `flush`. */
  stop(): Promise<boolean>;
}

/** Drives the state machine: when to send, when to try again. */
export function createAutosaveLoop<F extends object, A extends Answer<F>>(
  options: AutosaveOptions<F, A>,
): AutosaveLoop<F, A> {
  const { rules } = options;
  const listeners = new Set<() => void>();
  let state = startAutosave(options.fields, options.version);
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let stopped = true;
  let failures = 0;
  /** When the first of the changes was made that wait to be sent. */
  let waitingSince: number | null = null;

  const set = (next: Autosave<F>) => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };

  const next = (): Partial<F> | null => {
    if (state.version === 0 && !options.canBegin(state.draft)) return null;
    const held = options.heldFields(state.draft);
    return unsent(state, rules, (field) => held.has(field));
  };

  const plan = () => {
    clearTimeout(timer);
    if (stopped || running || state.trouble?.passes === false) return;
    if (!next()) return rest();
    const now = Date.now();
    waitingSince ??= now;
    const pause = Math.min(PAUSE_MS, Math.max(0, waitingSince + LONGEST_WAIT_MS - now));
    const again = TRY_AGAIN_MS[Math.min(failures, TRY_AGAIN_MS.length) - 1] ?? pause;
    timer = setTimeout(() => void run(), state.trouble ? again : pause);
  };

  /** There is nothing to send, or to try again: it was written after all, or is not fit to be sent any more. */
  const rest = () => {
    failures = 0;
    waitingSince = null;
    if (state.trouble) set({ ...state, trouble: null });
  };

  /** @returns what the other side has changed and is taken over. */
  const adopt = (answer: A): (keyof F)[] => {
    const merged = seen(state, answer, rules);
    if (merged.state === state) return [];
    set(merged.state);
    options.onAnswer(answer);
    return merged.taken;
  };

  const loadAndAdopt = async () => {
    const answer = await options.load();
    const taken = adopt(answer);
    if (taken.length > 0) options.onTaken(taken, answer);
  };

  const run = (): Promise<void> => {
    running ??= sendOnce().finally(() => {
      running = null;
      plan();
    });
    return running;
  };

  const sendOnce = async () => {
    const changes = next();
    if (!changes) return;
    waitingSince = null;
    set(sent(state, changes));
    const { version } = state;
    try {
      const answer = await options.save(changes, version);
      set(accepted(state, answer, rules));
      failures = 0;
      // The answer to another change, made later, may have come before.
      if (answer.version === state.version) options.onAnswer(answer);
    } catch (error) {
      await fail(options.explain(error), version);
    }
  };

  const fail = async (failure: Failure<F>, sentTo: number) => {
    switch (failure.kind) {
      case 'outrun':
        return catchUp(failure.reason, sentTo);
      case 'fields':
        return set(refusedFields(state, failure.reasons));
      case 'trouble':
        failures += 1;
        return set(unanswered(state, failure.trouble));
    }
  };

  /** @param sentTo the version that was outrun; what outran it may be on the screen before the refusal. */
  const catchUp = async (reason: string, sentTo: number) => {
    set(outrun(state));
    try {
      await loadAndAdopt();
      // Nobody was there first: it is refused for another reason, and would be again.
      if (state.version === sentTo) set(unanswered(state, { reason, passes: false }));
    } catch (error) {
      const failure = options.explain(error);
      failures += 1;
      const trouble = failure.kind === 'trouble' ? failure.trouble : { reason, passes: true };
      set(unanswered(state, trouble));
    }
  };

  const flush = async (): Promise<boolean> => {
    clearTimeout(timer);
    await running;
    set({ ...state, trouble: null });
    // What is typed or merged while it is sent is sent after it.
    while (!state.trouble && next()) await run();
    return state.trouble === null;
  };

  return {
    get: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    type: (changes) => {
      set(typed(state, changes));
      // A try that is planned already goes on: typing does not put it off.
      if (!state.trouble) plan();
    },
    choose: (field, whose) => {
      set(chosen(state, field, whose));
      plan();
    },
    see: (answer) => {
      adopt(answer);
      plan();
    },
    look: async () => {
      if (state.version === 0 || running) return;
      try {
        await loadAndAdopt();
      } catch {
        // It was only a look.
      }
      plan();
    },
    flush,
    start: () => {
      stopped = false;
      plan();
    },
    stop: () => {
      stopped = true;
      return flush();
    },
  };
}
