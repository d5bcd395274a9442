'use client';

import { useRef, useState } from 'react';
import { toast } from 'sonner';
import { ProblemError, sayError } from '#lib/client/problem-error.ts';
import type { DecisionAnswer, DecisionBody } from '#lib/contracts/case-decision.ts';
import type { CaseDetail } from '#lib/contracts/review.ts';
import { decideCase, tellDecision, undoDecision } from './decide-case.ts';
import { undoneWords } from './decision-words.ts';

/** A decision without the version, which is that of the case on the screen. */
export type Decision = DecisionBody extends infer Body
  ? Body extends DecisionBody
    ? Omit<Body, 'version'>
    : never
  : never;

/** `overtaken`: somebody else was first, and the case is shown as it is now. */
export type Outcome = 'done' | 'overtaken' | 'failed';

/** Decides on the case that is shown, one thing at a time, and says what came of it. */
export function useDecision(
  { tryOnId, version }: Pick<CaseDetail, 'tryOnId' | 'version'>,
  onDecided: () => void,
) {
  const [busy, setBusy] = useState(false);
  // State comes a render too late for the second press of two.
  const locked = useRef(false);

  const run = async (
    ask: () => Promise<DecisionAnswer>,
    say: (answer: DecisionAnswer) => void,
  ): Promise<Outcome> => {
    if (locked.current) return 'failed';
    locked.current = true;
    setBusy(true);
    try {
      say(await ask());
      return 'done';
    } catch (problem) {
      // Somebody else may have been first: who it was is worth reading.
      toast.error(sayError(problem), { duration: 12_000 });
      return problem instanceof ProblemError && problem.status === 409 ? 'overtaken' : 'failed';
    } finally {
      locked.current = false;
      setBusy(false);
      onDecided();
    }
  };

  return {
    busy,
    decide: (decision: Decision) =>
      run(
        () => decideCase(tryOnId, { ...decision, version } as DecisionBody),
        (answer) => tellDecision(tryOnId, answer, onDecided),
      ),
    undo: () =>
      run(
        () => undoDecision(tryOnId, version),
        ({ kind }) => toast(undoneWords[kind]),
      ),
  };
}
