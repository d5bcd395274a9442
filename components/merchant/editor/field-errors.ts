import type { DraftField } from './garment-draft.ts';
import type { GarmentEditorState } from './use-garment-editor.ts';

/**
 * What is said beside a field: the server's no to what stands there, or what is not right yet. Nothing
 * of fields that nobody has come to, until somebody insists (by publishing).
 */
export function fieldError(
  { draft, problems, refused, insisted, garment }: GarmentEditorState,
  field: DraftField,
): string | undefined {
  const refusal = refused.get(field);
  if (refusal && refusal.value === draft[field]) return refusal.reason;
  const value = draft[field];
  const untouched = garment === null && (value === null || value === '');
  return insisted === 0 && untouched ? undefined : problems.fields.get(field);
}
