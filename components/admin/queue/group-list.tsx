import Link from 'next/link';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { CaseGroups } from '#lib/contracts/review.ts';
import type { CaseQuery } from '#lib/domain/case-query.ts';
import { classWords } from '../review-words.ts';
import { UtcTime } from '../utc-time.tsx';
import { queueHref } from './queue-href.ts';
import { Trend } from './trend.tsx';

interface GroupListProps {
  query: CaseQuery;
  groups: CaseGroups;
}

/** Cases by what the provider said: one line for what may be one cause. */
export function GroupList({ query, groups }: GroupListProps) {
  if (groups.items.length === 0) {
    return <EmptyState title="Nothing to group">No case fits what is asked for.</EmptyState>;
  }
  return (
    <>
      <ul aria-label="Groups of cases" className="border-t border-line text-sm">
        {groups.items.map((group) => (
          <li
            key={group.signature}
            className="relative grid gap-x-6 gap-y-2 border-b border-line py-3 md:grid-cols-[minmax(0,1fr)_auto_13rem] md:items-center"
          >
            <div className="grid min-w-0 gap-1">
              <h2 className="font-medium">
                <Link
                  href={queueHref({ ...query, signature: group.signature })}
                  className="underline-offset-4 after:absolute after:inset-0 hover:underline"
                >
                  {group.errorClass
                    ? classWords[group.errorClass]
                    : 'Looks that shoppers complain of'}
                </Link>
              </h2>
              {group.sample && (
                <p className="line-clamp-2 font-mono text-label break-words text-ink-soft">
                  {group.sample}
                </p>
              )}
            </div>
            <div className="flex items-center justify-between gap-4">
              <Trend days={group.days} />
              <p className="min-w-12 text-right text-heading tabular-nums">
                {group.count.toLocaleString('en')}
                <span className="sr-only"> cases</span>
              </p>
            </div>
            <p className="text-label text-ink-soft">
              First <UtcTime instant={group.firstAt} />
              <br />
              Last <UtcTime instant={group.lastAt} />
            </p>
          </li>
        ))}
      </ul>
      {groups.more && (
        <p className="text-sm text-ink-soft">
          These are the most frequent. Narrow the queue to see the others.
        </p>
      )}
    </>
  );
}
