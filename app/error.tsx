'use client';

import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { LinkButton } from '#components/ui/link-button.tsx';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <div className="page-width pt-10 md:pt-14">
      <h1 className="sr-only">Something went wrong</h1>
      <EmptyState
        title="This page has come apart at a seam"
        action={
          <>
            <Button onClick={reset}>Try again</Button>
            <LinkButton href="/" variant="secondary">
              Home
            </LinkButton>
          </>
        }
      >
        The mistake is on our side. Your photos and looks are safe.
        {error.digest && <span className="mt-2 block text-label">Reference {error.digest}</span>}
      </EmptyState>
    </div>
  );
}
