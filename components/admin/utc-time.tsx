const format = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'UTC',
});

/** To the second and in UTC, as in the provider's dashboard and in the logs. */
export function UtcTime({ instant }: { instant: string }) {
  return (
    <time dateTime={instant} className="tabular-nums">
      {format.format(new Date(instant))} UTC
    </time>
  );
}
