/** Within that a person's pictures are gone from the database and the storage, as is promised. */
export const DELETION_PROMISE_MS = 24 * 60 * 60 * 1000;

export const erasureCauses = [
  'photo',
  'look',
  'looks',
  'withdrawal',
  'closing',
  'retention',
  'guest',
] as const;
export type ErasureCause = (typeof erasureCauses)[number];

export type ErasureState =
  | { kind: 'done'; doneAt: Date }
  /** @property latest when it will be at the latest. */
  | { kind: 'open'; latest: Date }
  | { kind: 'late' };

export function erasureState(
  { requestedAt, doneAt }: { requestedAt: Date; doneAt: Date | null },
  now: Date,
): ErasureState {
  if (doneAt) return { kind: 'done', doneAt };
  const latest = new Date(requestedAt.getTime() + DELETION_PROMISE_MS);
  return latest > now ? { kind: 'open', latest } : { kind: 'late' };
}
