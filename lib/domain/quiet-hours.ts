/** Hours in which nobody is to be woken, by the clock of some place. */
export interface QuietHours {
  /** "22:00"; the first minute of them. */
  from: string;
  /** "07:00"; the first minute after them, on the next day if that is earlier. */
  to: string;
  /** IANA, as "Europe/Berlin". */
  zone: string;
}

export const isClockTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

export function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** What a clock in this zone shows, as "HH:MM". */
const clockAt = (time: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: zone,
  }).format(time);

export function isQuiet(quiet: QuietHours | null, now: Date): boolean {
  if (!quiet) return false;
  const { from, to, zone } = quiet;
  const clock = clockAt(now, zone);
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
}
