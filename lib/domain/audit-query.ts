/** Which entries of the audit log are asked for. All that is given must hold. */
export interface AuditQuery {
  /** Who did it: an id, or a mail address. */
  actor?: string;
  /** As in "garment.updated", or the part before the dot. */
  action?: string;
  /** What it was done to, by its kind. */
  type?: string;
  /** An id: of the entry, of what it was done to, or of who did it. */
  id?: string;
  /** Slug. */
  shop?: string;
  /** Days in UTC, as in "2026-11-28"; both included. */
  from?: string;
  to?: string;
}

const names = ['actor', 'action', 'type', 'id', 'shop', 'from', 'to'] as const;
const MOST = 200;

type Given = Record<string, string | string[] | undefined>;

const isDay = (text: string) =>
  /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));

/** Reads an address's query. What it does not know it leaves out, so that an old link still opens. */
export function readAuditQuery(given: Given): AuditQuery {
  const query: AuditQuery = {};
  for (const name of names) {
    const value = given[name];
    // Postgres refuses NUL in a text.
    const text = typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, MOST) : '';
    const isGood = name === 'from' || name === 'to' ? isDay(text) : text !== '';
    if (isGood) query[name] = text;
  }
  return query;
}

/** The query of an address; empty for the whole log. */
export function writeAuditQuery(query: AuditQuery & { cursor?: string }): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, value);
  return params.toString();
}
