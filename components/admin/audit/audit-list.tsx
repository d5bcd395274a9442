import Link from 'next/link';
import type { AuditEntryView } from '#lib/contracts/audit.ts';
import { writeAuditQuery } from '#lib/domain/audit-query.ts';
import { UtcTime } from '../utc-time.tsx';
import { auditWords } from './audit-words.ts';

export function AuditList({ items }: { items: AuditEntryView[] }) {
  return (
    <ol className="border-t border-line text-sm">
      {items.map((item) => (
        <li
          key={item.id}
          className="grid gap-x-6 gap-y-0.5 border-b border-line py-3 sm:grid-cols-[13rem_minmax(0,1fr)]"
        >
          <span className="text-ink-soft">
            <UtcTime instant={item.at} />
          </span>
          <div className="grid min-w-0">
            <p className="break-words text-pretty">
              <Link
                href={`/admin/audit?${writeAuditQuery({ actor: item.actorId })}`}
                className="font-medium underline-offset-4 hover:underline"
              >
                {item.actor ?? 'Somebody whose account is closed'}
              </Link>{' '}
              {auditWords(item)}
            </p>
            <Entry item={item} />
          </div>
        </li>
      ))}
    </ol>
  );
}

/** All that stands in the entry, for whoever has to know exactly. */
function Entry({ item }: { item: AuditEntryView }) {
  const { id, actorId, action, subject, shopId, detail } = item;
  const rows: [string, string][] = [
    ['Entry', id],
    ['Action', action],
    ['By', actorId],
    [`Of (${subject.type})`, subject.id],
    ...(shopId ? [['Shop', shopId] satisfies [string, string]] : []),
    ...Object.entries(detail).map(([name, value]): [string, string] => [name, String(value)]),
  ];
  return (
    <details className="group">
      <summary className="inline-flex min-h-11 cursor-pointer items-center text-label text-ink-soft underline-offset-4 hover:underline sm:min-h-7">
        Details<span className="sr-only"> of entry {id}</span>
      </summary>
      <dl className="grid gap-1 pb-2 text-label">
        {rows.map(([name, value]) => (
          <div key={name} className="flex flex-wrap gap-x-3">
            <dt className="w-32 text-ink-soft">{name}</dt>
            <dd className="min-w-0 break-all tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
