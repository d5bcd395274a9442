import { count, leftOutName } from './bulk-words.ts';

/** What cannot be retried, by the reason. Nothing when that is nothing. */
export function LeftOut({ leftOut }: { leftOut: Readonly<Record<string, number>> }) {
  const reasons = Object.entries(leftOut).sort(([, one], [, other]) => other - one);
  if (reasons.length === 0) return null;
  const sum = reasons.reduce((all, [, many]) => all + many, 0);
  return (
    <div className="grid gap-1 text-sm">
      <p>{count(sum)} left out:</p>
      <ul className="grid gap-0.5 text-ink-soft">
        {reasons.map(([reason, many]) => (
          <li key={reason} className="flex gap-2">
            <span className="min-w-8 text-right tabular-nums">{count(many)}</span>
            {leftOutName(reason)}
          </li>
        ))}
      </ul>
    </div>
  );
}
