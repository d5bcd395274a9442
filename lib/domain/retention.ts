/** How long what is kept of people stays when they do not delete it themselves. */
export interface Retention {
  /** A photo, after it was last used. */
  photoDays: number;
  /** A look, after it was made. */
  lookDays: number;
  /** Everything of a guest, after the last visit. */
  guestDays: number;
  /** What the provider wrote about a try-on, after that ended. */
  providerTextDays: number;
}

export const retentionOfProgram: Retention = {
  photoDays: 30,
  lookDays: 365,
  guestDays: 7,
  providerTextDays: 90,
};

export const retentionRanges: Record<keyof Retention, { min: number; max: number }> = {
  photoDays: { min: 1, max: 365 },
  lookDays: { min: 1, max: 1_825 },
  guestDays: { min: 1, max: 90 },
  providerTextDays: { min: 1, max: 365 },
};

const DAY_MS = 24 * 60 * 60 * 1000;

/** What begins before that is over. */
export const overBefore = (now: Date, days: number): Date =>
  new Date(now.getTime() - days * DAY_MS);

const after = (from: Date, days: number): Date => new Date(from.getTime() + days * DAY_MS);

export interface Owner {
  isGuest: boolean;
  seenAt: Date;
}

/** A guest's goes earlier, unless the guest comes back. */
function keptUntil(from: Date, days: number, owner: Owner, { guestDays }: Retention): Date {
  const own = after(from, days);
  const guests = after(owner.seenAt, guestDays);
  return owner.isGuest && guests < own ? guests : own;
}

export const photoKeptUntil = (lastUsedAt: Date, owner: Owner, retention: Retention): Date =>
  keptUntil(lastUsedAt, retention.photoDays, owner, retention);

export const lookKeptUntil = (madeAt: Date, owner: Owner, retention: Retention): Date =>
  keptUntil(madeAt, retention.lookDays, owner, retention);
