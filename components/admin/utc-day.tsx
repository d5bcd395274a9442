const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** The day in UTC. */
export function UtcDay({ instant }: { instant: string }) {
  return (
    <time dateTime={instant} className="tabular-nums">
      {format.format(new Date(instant))}
    </time>
  );
}
