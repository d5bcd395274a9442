/**
 * Times on the wire are the server's. A phone's clock may be minutes off, and a waiting time
 * computed across the two would be nonsense, so the difference is kept from the `Date` header.
 */
let offsetMs = 0;

export function noteServerTime(dateHeader: string | null, now = Date.now()): void {
  const server = dateHeader ? Date.parse(dateHeader) : Number.NaN;
  // The header has whole seconds; a smaller difference says nothing.
  if (Number.isFinite(server)) offsetMs = Math.abs(server - now) < 2_000 ? 0 : server - now;
}

/** Milliseconds since `instant` (ISO 8601, server time), never negative. */
export function elapsedSince(instant: string, now = Date.now()): number {
  return Math.max(0, now + offsetMs - Date.parse(instant));
}

/** Milliseconds until `instant` (ISO 8601, server time), never negative. */
export function timeUntil(instant: string, now = Date.now()): number {
  return Math.max(0, Date.parse(instant) - now - offsetMs);
}
