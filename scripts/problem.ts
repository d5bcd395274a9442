/** A failure whose message is a sentence for the person at the terminal: what is wrong, what to do. */
export class Problem extends Error {
  override name = 'Problem';
}

/** Lines for the terminal. Anything that is not a `Problem` or a known system error keeps its stack. */
export function explainFailure(error: unknown): string {
  if (error instanceof Problem) return error.message;
  const code = systemCode(error);
  if (code?.startsWith('ERR_PARSE_ARGS')) {
    return `${error instanceof Error ? error.message : code}. The README lists what each command takes.`;
  }
  const where = systemPath(error);
  if (code === 'ENOSPC') return fullDisk(where);
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return `${where ?? 'A file'} cannot be written (${code}). Check who owns the folder, or set FITTING_ROOM_DATA to a folder that this user may write to.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

export function fullDisk(where?: string): string {
  return `The disk is full${where ? ` (${where})` : ''}. Free some space, or set FITTING_ROOM_DATA to a folder on another disk, and try again.`;
}

function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function systemPath(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('path' in error)) return undefined;
  return typeof error.path === 'string' ? error.path : undefined;
}
