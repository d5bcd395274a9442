'use client';

import { Suspense, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { lazyOrNothing } from '#lib/client/lazy-or-nothing.ts';
import { feedbackWords } from '#lib/words/appeals.ts';

// Hardly anybody complains, so its script is no page's.
const FeedbackDialog = lazyOrNothing(() => import('./feedback-dialog.tsx'));

interface FeedbackProps {
  tryOnId: string;
  reported: boolean;
}

/** A quiet way to say that something is wrong with a look. */
export function Feedback({ tryOnId, reported }: FeedbackProps) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      {reported ? (
        <p role="status" className="py-2 text-label text-ink-soft">
          {feedbackWords.told}
        </p>
      ) : (
        <Button
          variant="quiet"
          size="small"
          className="-ml-1 justify-self-start font-normal text-ink-soft"
          onClick={() => setAsking(true)}
        >
          {feedbackWords.open}
        </Button>
      )}
      {asking && (
        <Suspense fallback={null}>
          <FeedbackDialog tryOnId={tryOnId} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </>
  );
}
