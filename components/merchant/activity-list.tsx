import Link from 'next/link';
import type { ActivityItem } from '#lib/contracts/activity.ts';
import { activityWords } from './activity-words.ts';

// One time zone for server and browser, or the two would print different days.
const moment = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: 'UTC',
});

interface ActivityListProps {
  items: ActivityItem[];
  /** Of the shop's back office. */
  path: string;
}

export function ActivityList({ items, path }: ActivityListProps) {
  return (
    <ol className="border-t border-line text-sm">
      {items.map((item) => (
        <li
          key={item.id}
          className="grid gap-x-6 gap-y-0.5 border-b border-line py-3 sm:grid-cols-[11rem_minmax(0,1fr)]"
        >
          <time dateTime={item.at} className="text-ink-soft tabular-nums">
            {moment.format(new Date(item.at))} UTC
          </time>
          <p className="text-pretty">
            <span className="font-medium">{item.actor ?? 'Somebody whose account is closed'}</span>{' '}
            {activityWords(item)}
            {item.subject.type === 'garment' && item.subject.name && (
              <>
                {' · '}
                <Link href={`${path}/garments/${item.subject.id}`} className="text-link">
                  Open
                  <span className="sr-only"> {item.subject.name}</span>
                </Link>
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}
