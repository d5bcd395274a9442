import Link from 'next/link';
import { classNames } from '#components/ui/class-names.ts';
import { showFocusWhole } from '#lib/client/show-focus-whole.ts';
import type { CaseCounts } from '#lib/contracts/review.ts';
import type { CaseQuery } from '#lib/domain/case-query.ts';
import { type CaseTab, caseTabs, tabOf, withTab } from '#lib/domain/case-tabs.ts';
import { queueHref } from './queue-href.ts';
import { tabWords } from './queue-words.ts';

interface QueueTabsProps {
  query: CaseQuery;
  counts: CaseCounts;
  grouped: boolean;
}

/** The kinds of cases with their number, as links; on a phone one line that scrolls sideways. */
export function QueueTabs({ query, counts, grouped }: QueueTabsProps) {
  const here = tabOf(query);
  return (
    <nav aria-label="Kinds of cases">
      <ul
        onKeyUp={showFocusWhole}
        className="relative -mx-2.5 flex overflow-x-auto text-sm sm:flex-wrap"
      >
        {caseTabs.map((tab) => (
          <li
            key={tab}
            className={classNames('shrink-0', tab === 'mine' && 'ml-2 border-l border-line pl-2')}
          >
            <Link
              href={queueHref(withTab(query, tab), { grouped })}
              scroll={false}
              aria-current={here === tab ? 'page' : undefined}
              className="group flex min-h-11 items-center gap-1.5 px-2.5 -outline-offset-2"
            >
              <span
                className={classNames(
                  'underline-offset-[0.5em]',
                  here === tab
                    ? 'font-medium underline decoration-accent decoration-2'
                    : 'text-ink-soft decoration-1 group-hover:text-ink group-hover:underline',
                )}
              >
                {tabWords[tab]}
              </span>
              <span className="text-label text-ink-soft tabular-nums">{countOf(tab, counts)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function countOf(tab: CaseTab, { tabs, resolvedLimit }: CaseCounts): string {
  const count = tabs[tab] ?? 0;
  const more = tab === 'resolved' && count >= resolvedLimit;
  return `${count.toLocaleString('en')}${more ? '+' : ''}`;
}
