interface TrendProps {
  /** Cases a day, the latest last. */
  days: number[];
}

const WIDTH = 0.7;
const HEIGHT = 20;

/** How often something happened on each of the last days, as small columns. */
export function Trend({ days }: TrendProps) {
  const top = Math.max(...days, 1);
  const sum = days.reduce((all, one) => all + one, 0);
  const columns = days.map((value, place) => {
    const height = (HEIGHT * value) / top;
    return `M${place} ${HEIGHT}v${-height}h${WIDTH}v${height}z`;
  });
  return (
    <svg
      role="img"
      aria-label={`${sum} in the last ${days.length} days, ${days.at(-1) ?? 0} today`}
      viewBox={`0 0 ${days.length} ${HEIGHT}`}
      preserveAspectRatio="none"
      className="h-6 w-28 shrink-0 border-b border-line-strong fill-accent"
    >
      <path d={columns.join('')} />
    </svg>
  );
}
