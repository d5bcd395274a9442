import { type Autosave, changedFields, type FieldRules, isRefused } from '#lib/client/autosave.ts';
import { canBegin, type DraftProblems } from './check-draft.ts';
import type { DraftField, GarmentDraft } from './garment-draft.ts';

/** Where the saving stands, for the line that says so and for what guards the page. */
export type SaveState =
  /** A new garment that nothing was written into. */
  | { kind: 'untouched' }
  | { kind: 'saved' }
  | { kind: 'saving' }
  /** A new garment that lacks these before it can be kept at all. */
  | { kind: 'incomplete'; fields: DraftField[] }
  /** All is saved but these fields, which are not right yet. */
  | { kind: 'held'; fields: DraftField[] }
  /** Both sides changed these. */
  | { kind: 'disputed'; fields: DraftField[] }
  | { kind: 'offline' }
  | { kind: 'failed'; reason: string };

export function saveStateOf(
  state: Autosave<GarmentDraft>,
  rules: FieldRules<GarmentDraft>,
  problems: DraftProblems,
  online: boolean,
): SaveState {
  const changed = changedFields(state, rules) as DraftField[];
  if (changed.length === 0) {
    if (state.sending) return { kind: 'saving' };
    return state.version === 0 ? { kind: 'untouched' } : { kind: 'saved' };
  }
  if (state.version === 0 && !canBegin(problems)) {
    const needed = ['title', 'category', 'price'] as const;
    return { kind: 'incomplete', fields: needed.filter((field) => problems.fields.has(field)) };
  }
  if (!online) return { kind: 'offline' };
  if (state.trouble) return { kind: 'failed', reason: state.trouble.reason };
  const isHeld = (field: DraftField) =>
    problems.fields.has(field) || isRefused(state, rules, field);
  const waiting = changed.filter((field) => !state.disputed.has(field));
  if (state.sending || !waiting.every(isHeld)) return { kind: 'saving' };
  if (state.disputed.size > 0) {
    return { kind: 'disputed', fields: [...state.disputed] as DraftField[] };
  }
  return { kind: 'held', fields: waiting };
}

/** Whether something would be lost that does not come to the server by itself within a moment. */
export const needsPerson = ({ kind }: SaveState): boolean =>
  kind !== 'untouched' && kind !== 'saved' && kind !== 'saving';
