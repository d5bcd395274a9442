/** Figures of the operations as they are written. */

const whole = new Intl.NumberFormat('en-GB');
const tenths = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

export const count = (value: number): string => whole.format(value);

export const percent = (value: number | null): string =>
  value === null ? '–' : `${tenths.format(value)} %`;

const dollars = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'USD' });

export const money = (micros: number): string => dollars.format(micros / 1e6);
export const credits = (value: number | null): string =>
  value === null ? '–' : dollars.format(value);

/** "0.4 s", "12 s", "3 min 20 s", "2 h 5 min", "3 d 4 h" */
export function seconds(value: number | null): string {
  if (value === null) return '–';
  if (value < 9.95) return `${tenths.format(value)} s`;
  const all = Math.round(value);
  const parts: [size: number, unit: string][] = [
    [86_400, 'd'],
    [3_600, 'h'],
    [60, 'min'],
    [1, 's'],
  ];
  const first = parts.findIndex(([size]) => all >= size);
  let left = all;
  return parts
    .slice(first, first + 2)
    .map(([size, unit]) => {
      const many = Math.floor(left / size);
      left -= many * size;
      return { many, unit };
    })
    .filter(({ many }) => many > 0)
    .map(({ many, unit }) => `${many} ${unit}`)
    .join(' ');
}

const clock = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

export const clockTime = (instant: string): string => clock.format(new Date(instant));

/** "28 Nov", or "28 Nov, 12:00" where a step is shorter than a day. */
export function stepText(instant: string, daily: boolean): string {
  const time = new Date(instant);
  return daily ? day.format(time) : `${day.format(time)}, ${clock.format(time)}`;
}
