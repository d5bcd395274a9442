'use client';

import { ArrowLeft, ChevronLeft, ChevronRight } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import type { CaseQuery } from '#lib/domain/case-query.ts';
import { caseHref, queueHref } from '../queue/queue-href.ts';
import { ShortcutsHelp } from '../shortcuts-help.tsx';
import { useShortcuts } from '../use-shortcuts.ts';

interface CaseWalkProps {
  query: CaseQuery;
  neighbours: { previous: string | null; next: string | null };
}

const keys = [
  { keys: ['j', 'k'], does: 'Next case, case before' },
  { keys: ['u'], does: 'Back to the queue' },
  { keys: ['?'], does: 'These keys' },
];

/** The way back to the queue, and on to the cases beside this one. */
export function CaseWalk({ query, neighbours: { previous, next } }: CaseWalkProps) {
  const router = useRouter();
  const [helping, setHelping] = useState(false);
  const go = (tryOnId: string | null) => {
    if (tryOnId) router.push(caseHref(tryOnId, query));
  };
  useShortcuts({
    j: () => go(next),
    k: () => go(previous),
    u: () => router.push(queueHref(query)),
    '?': () => setHelping(true),
  });
  return (
    <nav aria-label="Cases" className="flex flex-wrap items-center gap-2">
      <LinkButton href={queueHref(query)} variant="quiet" size="small" className="mr-auto -ml-3">
        <ArrowLeft aria-hidden /> The queue
      </LinkButton>
      <ShortcutsHelp open={helping} onOpenChange={setHelping} keys={keys} />
      <Step tryOnId={previous} query={query}>
        <ChevronLeft aria-hidden /> Before
      </Step>
      <Step tryOnId={next} query={query}>
        Next <ChevronRight aria-hidden />
      </Step>
    </nav>
  );
}

interface StepProps {
  tryOnId: string | null;
  query: CaseQuery;
  children: ReactNode;
}

/** Where there is no further case it stays in its place, and leads nowhere. */
function Step({ tryOnId, query, children }: StepProps) {
  const name = (
    <>
      {children}
      <span className="sr-only"> case</span>
    </>
  );
  if (!tryOnId) {
    return (
      <Button variant="secondary" size="small" disabled>
        {name}
      </Button>
    );
  }
  return (
    <LinkButton href={caseHref(tryOnId, query)} variant="secondary" size="small">
      {name}
    </LinkButton>
  );
}
