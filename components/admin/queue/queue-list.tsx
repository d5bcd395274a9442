'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, useRef, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { Notice } from '#components/ui/notice.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import type { CaseList, CaseRow } from '#lib/contracts/review.ts';
import { type CaseQuery, readCaseQuery } from '#lib/domain/case-query.ts';
import { ResolveDialog } from '../decisions/resolve-dialog.tsx';
import { useShortcuts } from '../use-shortcuts.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { NothingHere } from './nothing-here.tsx';
import { caseHref, queueHref } from './queue-href.ts';
import { QueueRow } from './queue-row.tsx';
import { useAssignToMe } from './use-assign-to-me.ts';
import { useCases } from './use-cases.ts';
import { useChosenCases } from './use-chosen-cases.ts';

interface QueueListProps {
  query: CaseQuery;
  initial: CaseList;
  after: string | undefined;
  me: string;
  /** Whenever a case has changed. */
  onDecided: () => void;
}

/** The cases, with hands and by keyboard. */
export function QueueList({ query, initial, after, me, onDecided }: QueueListProps) {
  const router = useRouter();
  const list = useRef<HTMLUListElement>(null);
  const { cases, widened, error, loadingMore, next, showMore, refresh } = useCases(
    query,
    initial,
    after,
  );
  const [here, setHere] = useState<string | null>(null);
  const [resolving, setResolving] = useState<CaseRow | null>(null);
  const chosen = useChosenCases(cases.map(({ tryOnId }) => tryOnId));
  const decided = () => {
    refresh();
    onDecided();
  };
  const { busy, assign } = useAssignToMe(me, decided);

  const current = cases.find(({ tryOnId }) => tryOnId === here);
  const reach = (row: CaseRow | undefined) =>
    row && list.current?.querySelector<HTMLElement>(`[data-case="${row.tryOnId}"]`)?.focus();
  const step = (by: 1 | -1) => {
    const place = current ? cases.indexOf(current) + by : 0;
    reach(cases[Math.min(Math.max(place, 0), cases.length - 1)]);
  };
  useShortcuts({
    j: () => step(1),
    k: () => step(-1),
    o: () => current && router.push(caseHref(current.tryOnId, query)),
    a: () => current && assign([current]),
    r: () => current?.status === 'OPEN' && setResolving(current),
    x: () => current && chosen.set(current.tryOnId, !chosen.has(current.tryOnId)),
  });
  // Arrows move from case to case only where one has the focus: elsewhere they scroll the page.
  const stepByArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    step(event.key === 'ArrowDown' ? 1 : -1);
  };

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {error !== undefined && (
        <Notice
          kind="danger"
          role="alert"
          title="The list is not up to date"
          actions={
            <Button variant="secondary" size="small" onClick={refresh}>
              Try again
            </Button>
          }
        >
          {sayError(error)}
        </Notice>
      )}
      {widened && <Widened query={query} />}
      {cases.length === 0 ? (
        <NothingHere query={query} />
      ) : (
        <ul ref={list} aria-label="Review cases" className="border-t border-line">
          {cases.map((row) => (
            <li key={row.tryOnId}>
              <QueueRow
                row={row}
                href={caseHref(row.tryOnId, query)}
                here={row.tryOnId === here}
                selected={chosen.has(row.tryOnId)}
                onSelect={(on, range) => chosen.set(row.tryOnId, on, range)}
                onReach={() => setHere(row.tryOnId)}
                onKey={stepByArrow}
              />
            </li>
          ))}
        </ul>
      )}
      {next && (
        <a
          href={queueHref(query, { after: next })}
          aria-disabled={loadingMore}
          onClick={(event) => {
            event.preventDefault();
            if (!loadingMore) showMore();
          }}
          className={`${buttonClass({ variant: 'secondary' })} justify-self-center`}
        >
          {loadingMore ? 'Loading …' : 'Show more'}
        </a>
      )}
      {chosen.ids.length > 0 && (
        <ChosenBar
          count={chosen.ids.length}
          busy={busy}
          onAssign={() => {
            assign(cases.filter(({ tryOnId }) => chosen.has(tryOnId)));
            chosen.clear();
          }}
          onClear={chosen.clear}
        />
      )}
      <ResolveDialog
        reviewCase={resolving}
        onClose={() => setResolving(null)}
        onDecided={decided}
      />
    </div>
  );
}

function Widened({ query: { search, order } }: { query: CaseQuery }) {
  const everywhere = { ...readCaseQuery({}), status: 'any' as const, search, order };
  return (
    <Notice role="status" title="Found among all cases">
      Nothing here fits these words. These do, resolved ones and those of other tabs included.{' '}
      <a href={queueHref(everywhere)} className="text-link">
        Search all cases
      </a>
    </Notice>
  );
}
