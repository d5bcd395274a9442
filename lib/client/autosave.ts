/**
 * A form that saves itself, as a pure state machine. Of each field there are up to three values: what
 * stands on the screen (`draft`), what the server is known to have (`saved`), and what is on its way
 * (`sending`). Both sides count versions: whoever writes says which version she has seen, and is
 * refused when there is a newer one.
 *
 * When a newer version comes, it is merged field by field. What only the other side changed is taken
 * over; what only this side changed is kept; what both changed is *disputed* and not sent before a
 * person has chosen. Typed text is never replaced by the same said otherwise ("49,9" and "49.90").
 */
export interface Autosave<F> {
  draft: F;
  saved: F;
  /** Of `saved`; 0 while the server has nothing yet. */
  version: number;
  sending: Partial<F> | null;
  /** What was sent and not answered: should the server turn out to have it, then it came from here. */
  unsure: readonly Partial<F>[];
  disputed: ReadonlySet<keyof F>;
  /** Values that the server has refused, with its reason; not sent again as they are. */
  refused: ReadonlyMap<keyof F, { value: unknown; reason: string }>;
  /** Why the last request came to nothing. */
  trouble: Trouble | null;
}

export interface Trouble {
  reason: string;
  /** Whether asking again may bring something. */
  passes: boolean;
}

export interface FieldRules<F> {
  /** Whether two values of a field mean the same. */
  isSame(field: keyof F, one: unknown, other: unknown): boolean;
  /**
   * What becomes of a change to `base` when the server has `theirs`: for fields that can be changed by
   * both sides at once. Undefined where the two cannot be had together.
   */
  rebase?(field: keyof F, change: { mine: unknown; base: unknown; theirs: unknown }): unknown;
}

export function startAutosave<F extends object>(fields: F, version: number): Autosave<F> {
  return {
    draft: fields,
    saved: fields,
    version,
    sending: null,
    unsure: [],
    disputed: new Set(),
    refused: new Map(),
    trouble: null,
  };
}

/** Something was typed. */
export function typed<F>(state: Autosave<F>, changes: Partial<F>): Autosave<F> {
  const trouble = state.trouble?.passes ? state.trouble : null;
  return { ...state, draft: { ...state.draft, ...changes }, trouble };
}

/**
 * What is to be sent now; null while there is nothing, or something is under way.
 *
 * @param isHeld fields that are not fit to be sent as they are.
 */
export function unsent<F extends object>(
  state: Autosave<F>,
  rules: FieldRules<F>,
  isHeld: (field: keyof F) => boolean,
): Partial<F> | null {
  if (state.sending) return null;
  const fields = changedFields(state, rules).filter(
    (field) => !state.disputed.has(field) && !isRefused(state, rules, field) && !isHeld(field),
  );
  return fields.length > 0 ? pick(state.draft, fields) : null;
}

/** Fields that are not on the server as they stand on the screen, or not for certain. */
export function changedFields<F extends object>(
  { draft, saved, unsure }: Autosave<F>,
  rules: FieldRules<F>,
): (keyof F)[] {
  return keysOf(draft).filter((field) =>
    [saved, ...unsure].some(
      (known) => field in known && !rules.isSame(field, draft[field], known[field]),
    ),
  );
}

export function isRefused<F>(state: Autosave<F>, rules: FieldRules<F>, field: keyof F): boolean {
  const refusal = state.refused.get(field);
  return refusal !== undefined && rules.isSame(field, refusal.value, state.draft[field]);
}

export function sent<F>(state: Autosave<F>, changes: Partial<F>): Autosave<F> {
  return { ...state, sending: changes };
}

/**
 * The answer to what was sent: it was written. (A thing that is made twice under one id is the
 * exception: then the answer is what was made the first time, which `unsure` knows.)
 */
export function accepted<F extends object>(
  state: Autosave<F>,
  answer: { fields: F; version: number },
  rules: FieldRules<F>,
): Autosave<F> {
  const saved = { ...state.saved, ...state.sending };
  const merged =
    answer.version > state.version ? seen({ ...state, saved }, answer, rules).state : state;
  return { ...merged, sending: null, unsure: [], trouble: null };
}

/** Somebody was there first. What has changed comes with `seen`. */
export function outrun<F>(state: Autosave<F>): Autosave<F> {
  return { ...state, sending: null };
}

/** No answer, or one that says nothing about the fields. It may have been written all the same. */
export function unanswered<F>(state: Autosave<F>, trouble: Trouble): Autosave<F> {
  const unsure = state.sending ? [...state.unsure, state.sending] : state.unsure;
  return { ...state, sending: null, unsure, trouble };
}

/** The server says no to some of the fields. */
export function refusedFields<F>(
  state: Autosave<F>,
  reasons: ReadonlyMap<keyof F, string>,
): Autosave<F> {
  const refused = new Map(state.refused);
  for (const [field, reason] of reasons) {
    refused.set(field, { value: state.sending?.[field], reason });
  }
  return { ...state, sending: null, refused, trouble: null };
}

/**
 * The server has this now: the answer to a question, or to a change of another kind.
 *
 * @returns the fields that were taken over from the other side as well.
 */
export function seen<F extends object>(
  state: Autosave<F>,
  { fields: theirs, version }: { fields: F; version: number },
  rules: FieldRules<F>,
): { state: Autosave<F>; taken: (keyof F)[] } {
  if (version <= state.version) return { state, taken: [] };
  const { draft: mine, saved: base } = state;
  const attempts: Partial<F>[] = [...state.unsure, ...(state.sending ? [state.sending] : [])];
  const isOurs = (field: keyof F) =>
    attempts.some(
      (attempt) => field in attempt && rules.isSame(field, attempt[field], theirs[field]),
    );
  const draft = { ...theirs };
  const saved = { ...theirs };
  const disputed = new Set<keyof F>();
  const taken: (keyof F)[] = [];
  for (const field of keysOf(theirs)) {
    if (!(field in mine)) continue;
    const same = (one: unknown, other: unknown) => rules.isSame(field, one, other);
    draft[field] = mine[field];
    if (same(theirs[field], base[field])) {
      saved[field] = base[field];
      if (state.disputed.has(field)) disputed.add(field);
    } else if (same(mine[field], base[field]) && !isOurs(field)) {
      draft[field] = theirs[field];
      taken.push(field);
    } else if (!same(mine[field], theirs[field]) && !isOurs(field)) {
      const change = { mine: mine[field], base: base[field], theirs: theirs[field] };
      const rebased = rules.rebase?.(field, change);
      if (rebased === undefined) disputed.add(field);
      else draft[field] = rebased as F[keyof F];
    }
  }
  const refused = new Map([...state.refused].filter(([field]) => field in theirs));
  // Whatever was sent to an older version has been written by now, or never will be.
  return { state: { ...state, draft, saved, version, disputed, refused, unsure: [] }, taken };
}

/** A person has chosen between the two values of a disputed field. */
export function chosen<F>(
  state: Autosave<F>,
  field: keyof F,
  whose: 'mine' | 'theirs',
): Autosave<F> {
  const disputed = new Set(state.disputed);
  disputed.delete(field);
  const draft = whose === 'theirs' ? { ...state.draft, [field]: state.saved[field] } : state.draft;
  return { ...state, draft, disputed };
}

function keysOf<F extends object>(fields: F) {
  return Object.keys(fields) as (keyof F)[];
}

function pick<F>(from: F, fields: (keyof F)[]): Partial<F> {
  const picked: Partial<F> = {};
  for (const field of fields) picked[field] = from[field];
  return picked;
}
