import Link from 'next/link';
import { Notice } from '#components/ui/notice.tsx';
import type { OperationsNow } from '#lib/contracts/operations.ts';
import { alertFigure, alertMeanings, alertNames } from '#lib/domain/alert-words.ts';
import { UtcTime } from '../utc-time.tsx';

type Alert = OperationsNow['alerts'][number];

/** The alerts that are on, the same that people are told of. */
export function AlertsOn({ alerts }: { alerts: readonly Alert[] }) {
  const burning = alerts.some(({ endedAt }) => endedAt === null);
  return (
    <Notice
      kind={burning ? 'danger' : 'info'}
      role="status"
      title={alerts.length === 1 ? 'One alert is on' : `${alerts.length} alerts are on`}
    >
      <ul className="grid gap-2">
        {alerts.map((alert) => (
          <li key={alert.rule}>
            <span className="font-medium">
              {alertNames[alert.rule]}
              {alert.value !== null && `: ${alertFigure(alert.rule, alert.value)}`}
            </span>{' '}
            since <UtcTime instant={alert.since} />. {alertMeanings[alert.rule]}{' '}
            <span className="text-ink-soft">{tellingText(alert)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-2">
        <Link href="/admin/operations/alerts" className="text-link">
          Who is told, and when
        </Link>
      </p>
    </Notice>
  );
}

function tellingText({ told, endedAt }: Alert): string {
  if (endedAt) return 'It is over; that is told after the quiet hours.';
  return told ? 'People were told.' : 'Nobody has been told yet.';
}
