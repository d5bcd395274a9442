'use client';

import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';
import { errorPageWords } from '#lib/words/shop.ts';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <div className="page-width pt-10 md:pt-14">
      <h1 className="sr-only">{errorPageWords.heading}</h1>
      <EmptyState
        title={errorPageWords.title}
        action={
          <>
            <Button onClick={reset}>{errorPageWords.again}</Button>
            <LinkButton href="/" variant="secondary">
              {errorPageWords.home}
            </LinkButton>
          </>
        }
      >
        {errorPageWords.text}
        {error.digest && (
          <span className="mt-2 block text-label">{errorPageWords.reference(error.digest)}</span>
        )}
      </EmptyState>
    </div>
  );
}
