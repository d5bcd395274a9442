'use client';

import { MessageSquareText } from 'lucide-react';
import Link from 'next/link';
import { Suspense, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { buttonClass } from '#components/ui/button-class.ts';
import { lazyOrNothing } from '#lib/client/lazy-or-nothing.ts';
import type { TryOnView } from '#lib/contracts/try-on.ts';
import { mayAppeal } from '#lib/domain/review-case.ts';
import { appealWords } from '#lib/words/appeals.ts';

// Hardly anybody objects, so its script is no page's.
const AppealDialog = lazyOrNothing(() => import('./appeal-dialog.tsx'));

type ProblemTryOn = Extract<TryOnView, { state: 'failed' | 'blocked' | 'expired' | 'unknown' }>;

/** The way to a person who looks at a block, and what came of it. */
export function Appeal({ tryOn }: { tryOn: ProblemTryOn }) {
  const { id, appeal, problem, garment } = tryOn;
  const [asking, setAsking] = useState(false);
  if (!appeal) {
    if (!mayAppeal(problem.code)) return null;
    return (
      <>
        <Button
          variant="quiet"
          className="-ml-4 justify-self-start"
          onClick={() => setAsking(true)}
        >
          <MessageSquareText aria-hidden /> {appealWords.open}
        </Button>
        {asking && (
          <Suspense fallback={null}>
            <AppealDialog tryOnId={id} onClose={() => setAsking(false)} />
          </Suspense>
        )}
      </>
    );
  }
  return (
    <section
      aria-label={appealWords.answer}
      className="grid justify-items-start gap-2 border-l-2 border-accent bg-accent-soft px-4 py-3 text-sm"
    >
      <p role="status" className="font-semibold">
        {appealWords.state[appeal.state]}
      </p>
      {appeal.answer && (
        <p className="leading-relaxed break-words whitespace-pre-wrap">{appeal.answer}</p>
      )}
      {appeal.retry && (
        <Link
          href={`/garments/${garment.slug}?try-on=${appeal.retry}`}
          className={buttonClass({ variant: 'secondary', size: 'small' })}
        >
          {appealWords.seeNew}
        </Link>
      )}
    </section>
  );
}
