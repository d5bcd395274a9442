import { describe, expect, it } from 'vitest';
import {
  afterFailure,
  type ImportState,
  importStates,
  isWorking,
  mayBecome,
  statesBefore,
} from './import-run.ts';

/** All that may happen; whatever is not here may not. */
const allowed = new Set([
  'uploading → uploaded',
  'uploading → failed',
  'uploading → cancelled',
  'uploaded → needs_mapping',
  'uploaded → reading',
  'uploaded → failed',
  'uploaded → cancelled',
  'needs_mapping → reading',
  'needs_mapping → cancelled',
  'reading → ready',
  'reading → failed',
  'reading → cancelled',
  'ready → applying',
  'ready → needs_mapping',
  'ready → cancelled',
  'applying → applied',
  'applying → failed',
  'applied → undoing',
  'undoing → undone',
  'undoing → failed',
  'failed → uploaded',
  'failed → reading',
  'failed → applying',
  'failed → undoing',
  'failed → cancelled',
]);

describe('an import', () => {
  const pairs = importStates.flatMap((from) => importStates.map((to) => [from, to] as const));
  it.each(pairs)('%s → %s, or not', (from, to) => {
    expect(mayBecome(from, to)).toBe(allowed.has(`${from} → ${to}`));
  });

  it('reaches every state but the first', () => {
    for (const state of importStates.slice(1)) expect(statesBefore(state)).not.toEqual([]);
    expect(statesBefore('uploading')).toEqual([]);
  });

  it('cannot be cancelled once it has changed anything', () => {
    expect(statesBefore('cancelled')).toEqual([
      'uploading',
      'uploaded',
      'needs_mapping',
      'reading',
      'ready',
      'failed',
    ]);
  });

  it('never rests in a state that moves by itself and cannot fail', () => {
    for (const state of importStates) {
      if (isWorking(state)) expect(mayBecome(state, 'failed')).toBe(true);
    }
  });

  it.each<[ImportState, ImportState | null, boolean]>([
    ['uploading', null, false],
    ['uploaded', 'uploaded', false],
    ['reading', 'reading', false],
    ['applying', 'applying', true],
    ['undoing', 'undoing', false],
  ])('that failed in %s goes on in %s, undoable: %s', (failedIn, resume, undo) => {
    expect(afterFailure(failedIn)).toEqual({ resume, undo });
    if (resume) expect(mayBecome('failed', resume)).toBe(true);
  });
});
