/**
 * The life of an import: a shop's file that was uploaded, read into a preview, applied, and perhaps
 * taken back.
 *
 * `ready` is the preview: nothing of the shop has changed yet. `applied` is not the end, because the
 * whole run can be undone. `failed` remembers the state in which it stopped (`failedIn`), and goes on
 * from there: all work is in batches that keep their progress.
 */
export const importStates = [
  /** The file is on its way; nobody works on it. */
  'uploading',
  /** It is here, and its format is not known yet. */
  'uploaded',
  /** Its columns are the shop's own: somebody has to say what they mean. */
  'needs_mapping',
  'reading',
  'ready',
  'applying',
  'applied',
  'undoing',
  'undone',
  'failed',
  'cancelled',
] as const;

export type ImportState = (typeof importStates)[number];

const transitions: Record<ImportState, readonly ImportState[]> = {
  uploading: ['uploaded', 'failed', 'cancelled'],
  uploaded: ['needs_mapping', 'reading', 'failed', 'cancelled'],
  needs_mapping: ['reading', 'cancelled'],
  reading: ['ready', 'failed', 'cancelled'],
  // Back to the mapping, when the preview shows that it was wrong.
  ready: ['applying', 'needs_mapping', 'cancelled'],
  applying: ['applied', 'failed'],
  applied: ['undoing'],
  undoing: ['undone', 'failed'],
  undone: [],
  failed: ['uploaded', 'reading', 'applying', 'undoing', 'cancelled'],
  cancelled: [],
};

export const mayBecome = (from: ImportState, to: ImportState): boolean =>
  transitions[from].includes(to);

/** Every state that may become this one. */
export const statesBefore = (to: ImportState): ImportState[] =>
  importStates.filter((from) => mayBecome(from, to));

/** Whether it moves by itself, so that whoever looks at it should look again. */
export function isWorking(state: ImportState): boolean {
  switch (state) {
    case 'uploading':
    case 'uploaded':
    case 'reading':
    case 'applying':
    case 'undoing':
      return true;
    case 'needs_mapping':
    case 'ready':
    case 'applied':
    case 'undone':
    case 'failed':
    case 'cancelled':
      return false;
  }
}

/** Whether it works or waits for somebody to go on with it. */
export const isUnderWay = (state: ImportState): boolean =>
  isWorking(state) || state === 'needs_mapping' || state === 'ready';

/** What is left to do with one that stopped. */
export interface AfterFailure {
  /** The state that it goes on in; null when another file is all that helps. */
  resume: ImportState | null;
  /** Garments have been changed already: the run can be undone, and not just put away. */
  undo: boolean;
}

export function afterFailure(failedIn: ImportState): AfterFailure {
  switch (failedIn) {
    case 'uploaded':
    case 'reading':
      return { resume: failedIn, undo: false };
    case 'applying':
      return { resume: 'applying', undo: true };
    case 'undoing':
      return { resume: 'undoing', undo: false };
    default:
      return { resume: null, undo: false };
  }
}

/** What would become of one garment of the file. */
export const importActions = ['CREATE', 'UPDATE', 'SKIP', 'ERROR'] as const;
export type ImportAction = (typeof importActions)[number];

/** Why a garment is left as it is, or out. */
export const skipReasons = ['unchanged', 'undecided'] as const;
export type SkipReason = (typeof skipReasons)[number];

/**
 * What has become of it. Only `APPLIED` can be undone; the last four are how that went: `REMOVED` and
 * `ARCHIVED` what the run had made, `RESTORED` and `KEPT` what it had changed.
 */
export const importOutcomes = [
  'PENDING',
  'APPLIED',
  'CHANGED_MEANWHILE',
  'REMOVED',
  'ARCHIVED',
  'RESTORED',
  'KEPT',
] as const;
export type ImportOutcome = (typeof importOutcomes)[number];

/** How long a run can be undone, and its file is kept. */
export const IMPORT_KEPT_DAYS = 30;

/** Largest file that is taken, in bytes. */
export const MAX_IMPORT_BYTES = 200 * 1024 * 1024;
