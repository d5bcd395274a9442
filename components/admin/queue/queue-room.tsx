'use client';

import Link from 'next/link';
import { useRef, useState } from 'react';
import { buttonClass } from '#components/ui/button-class.ts';
import type {
  CaseCounts,
  CaseGroups,
  CaseList,
  CaseOptions,
  SavedViews as Views,
} from '#lib/contracts/review.ts';
import { type CaseQuery, writeCaseQuery } from '#lib/domain/case-query.ts';
import { BulkRetryButton } from '../bulk/bulk-retry-button.tsx';
import { ShortcutsHelp } from '../shortcuts-help.tsx';
import { useShortcuts } from '../use-shortcuts.ts';
import { GroupList } from './group-list.tsx';
import { QueueChips } from './queue-chips.tsx';
import { QueueFilters } from './queue-filters.tsx';
import { queueHref } from './queue-href.ts';
import { QueueList } from './queue-list.tsx';
import { QueueTabs } from './queue-tabs.tsx';
import { SavedViews } from './saved-views.tsx';
import { useCaseCounts } from './use-case-counts.ts';

interface QueueRoomProps {
  query: CaseQuery;
  /** Cases one by one, or by what the provider said. */
  found: { cases: CaseList } | { groups: CaseGroups };
  counts: CaseCounts;
  options: CaseOptions;
  views: Views;
  /** The place that the list begins behind, where the address names one. */
  after: string | undefined;
  /** Id of the admin at the screen. */
  me: string;
}

const keys = [
  { keys: ['j', 'k'], does: 'Next case, case before' },
  { keys: ['o', '↵'], does: 'Open the case' },
  { keys: ['a'], does: 'Assign it to me' },
  { keys: ['r'], does: 'Resolve it' },
  { keys: ['x'], does: 'Choose it, or not' },
  { keys: ['/'], does: 'Search' },
  { keys: ['?'], does: 'These keys' },
];

/** The queue: what narrows it, and what is in it. */
export function QueueRoom({ query, found, after, me, ...given }: QueueRoomProps) {
  const { counts, refresh } = useCaseCounts(query, given.counts);
  const search = useRef<HTMLInputElement>(null);
  const [helping, setHelping] = useState(false);
  const grouped = 'groups' in found;
  useShortcuts({ '/': () => search.current?.select(), '?': () => setHelping(true) });

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <QueueTabs query={query} counts={counts} grouped={grouped} />
      <SavedViews query={query} initial={given.views} />
      <QueueFilters query={query} options={given.options} grouped={grouped} search={search} />
      <div className="flex flex-wrap items-center gap-2">
        <QueueChips query={query} options={given.options} grouped={grouped} />
        <div className="ml-auto flex flex-wrap items-center gap-2">
          <ShortcutsHelp open={helping} onOpenChange={setHelping} keys={keys} />
          <Link
            href={queueHref(query, { grouped: !grouped })}
            scroll={false}
            className={buttonClass({ variant: 'secondary', size: 'small' })}
          >
            {grouped ? 'One by one' : 'Grouped'}
          </Link>
          <BulkRetryButton query={query} />
        </div>
      </div>
      {grouped ? (
        <GroupList query={query} groups={found.groups} />
      ) : (
        <QueueList
          key={`${writeCaseQuery(query)} ${after}`}
          query={query}
          initial={found.cases}
          after={after}
          me={me}
          onDecided={refresh}
        />
      )}
    </div>
  );
}
