'use client';

import { useRef, useState } from 'react';
import { toast } from 'sonner';
import { sayError } from '#lib/client/problem-error.ts';
import type { CaseRow } from '#lib/contracts/review.ts';
import { assignCase, tellDecision } from '../decisions/decide-case.ts';

type Assigned = Pick<CaseRow, 'tryOnId' | 'version' | 'assignee'>;

/** @param me id of the admin at the screen. */
export function useAssignToMe(me: string, onDecided: () => void) {
  const [busy, setBusy] = useState(false);
  // State comes a render too late for the second press of two.
  const locked = useRef(false);

  const assign = async (rows: readonly Assigned[]) => {
    const others = rows.filter(({ assignee }) => assignee?.id !== me);
    const [only] = others;
    if (locked.current || !only) return;
    locked.current = true;
    setBusy(true);
    const problems: unknown[] = [];
    for (const { tryOnId, version } of others) {
      try {
        const answer = await assignCase(tryOnId, version, me);
        if (others.length === 1) tellDecision(tryOnId, answer, onDecided);
      } catch (problem) {
        problems.push(problem);
      }
    }
    locked.current = false;
    setBusy(false);
    const done = others.length - problems.length;
    if (others.length > 1 && done > 0) toast(`${done} cases are yours now.`);
    if (problems.length > 0) toast.error(sayError(problems[0]));
    onDecided();
  };

  return { busy, assign: (rows: readonly Assigned[]) => void assign(rows) };
}
