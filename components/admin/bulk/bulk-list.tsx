import Link from 'next/link';
import { Badge } from '#components/ui/badge.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { BulkView } from '#lib/contracts/bulk-retry.ts';
import { UtcTime } from '../utc-time.tsx';
import { bulkStateWords, count, questionWords } from './bulk-words.ts';

/** The bulk retries, the newest first. */
export function BulkList({ bulks }: { bulks: readonly BulkView[] }) {
  if (bulks.length === 0) {
    return (
      <EmptyState
        title="Nothing was retried in bulk yet"
        action={<LinkButton href="/admin">To the queue</LinkButton>}
      >
        Narrow the queue to what you want to retry, and press “Retry these” there.
      </EmptyState>
    );
  }
  return (
    <ul className="border-t border-line">
      {bulks.map(({ id, state, query, by, createdAt, waiting, retried, outcomes }) => (
        <li
          key={id}
          className="relative grid gap-1 border-b border-line py-3 text-sm hover:bg-ink/3"
        >
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Badge tone={bulkStateWords[state].tone}>{bulkStateWords[state].name}</Badge>
            <Link
              href={`/admin/bulk-retries/${id}`}
              className="py-1 font-medium break-words underline-offset-4 after:absolute after:inset-0 hover:underline"
            >
              {questionWords(query)}
            </Link>
          </div>
          <p className="text-ink-soft">
            {count(retried)} of {count(retried + waiting)} retried, {count(outcomes.succeeded)} with
            a look · {by ?? 'Somebody whose account is closed'} · <UtcTime instant={createdAt} />
          </p>
        </li>
      ))}
    </ul>
  );
}
