'use client';

import { useEffect, useRef, useState } from 'react';
import { toast } from 'sonner';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { sayError } from '#lib/client/problem-error.ts';
import type { ReviewCaseView, ReviewList as ReviewPage } from '#lib/contracts/admin.ts';
import { retryCase } from './retry-case.ts';
import { RetryDialog } from './retry-dialog.tsx';
import { ReviewCase, retryPlaceId } from './review-case.tsx';
import { type ReviewState, stateWords } from './review-words.ts';
import { useReviewCases } from './use-review-cases.ts';

interface ReviewListProps {
  state: ReviewState | null;
  initial: ReviewPage;
}

export function ReviewList({ state, initial }: ReviewListProps) {
  const { cases, error, more, loadingMore, refresh, noteRetry } = useReviewCases(state, initial);
  const [asking, setAsking] = useState<ReviewCaseView | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  // State comes a render too late for the second click of a double click.
  const locked = useRef(false);
  const lastAsked = useRef<string | null>(null);

  // The dialog has no trigger of its own to give the focus back to, and after a retry the button is
  // gone: whatever stands in its place takes it. Behind a timer, as the dialog lets go behind one.
  useEffect(() => {
    const id = lastAsked.current;
    if (asking || !id) return;
    const timer = setTimeout(() => document.getElementById(retryPlaceId(id))?.focus());
    return () => clearTimeout(timer);
  }, [asking]);

  const ask = (reviewCase: ReviewCaseView | null) => {
    if (reviewCase) lastAsked.current = reviewCase.tryOnId;
    setProblem(null);
    setAsking(reviewCase);
  };

  const retry = async () => {
    if (!asking || locked.current) return;
    locked.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await noteRetry(asking.tryOnId, await retryCase(asking.tryOnId));
      toast.success('Asked again. The case shows how it goes.');
      // Another case may have been opened while this one was under way.
      setAsking((open) => (open === asking ? null : open));
    } catch (failure) {
      setProblem(sayError(failure));
    } finally {
      locked.current = false;
      setBusy(false);
    }
  };

  return (
    <div className="grid gap-4">
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
      {cases.length === 0 ? (
        <NothingHere state={state} />
      ) : (
        <ul aria-label="Review cases" className="grid max-md:gap-4 md:border-t md:border-line">
          {cases.map((reviewCase) => (
            <li key={reviewCase.tryOnId}>
              <ReviewCase reviewCase={reviewCase} onRetry={() => ask(reviewCase)} />
            </li>
          ))}
        </ul>
      )}
      {more && (
        <Button
          variant="secondary"
          disabled={loadingMore}
          onClick={more}
          className="justify-self-center"
        >
          {loadingMore ? 'Loading …' : 'Show older ones'}
        </Button>
      )}
      <RetryDialog
        reviewCase={asking}
        busy={busy}
        problem={problem}
        onClose={() => ask(null)}
        onConfirm={() => void retry()}
      />
    </div>
  );
}

function NothingHere({ state }: { state: ReviewState | null }) {
  if (state === null) {
    return (
      <EmptyState title="Nothing to look at">
        Try-ons that fail, are blocked, expire or get lost on the way appear here by themselves.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={`Nothing ${stateWords[state].name.toLowerCase()}`}
      action={
        <LinkButton href="/admin" variant="secondary">
          Show all states
        </LinkButton>
      }
    >
      No open case is in this state.
    </EmptyState>
  );
}
