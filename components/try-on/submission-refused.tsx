import { usePathname } from 'next/navigation';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ProblemError, sayError } from '#lib/client/problem-error.ts';

/** Why the server would not take the photo or the try-on, and what helps. */
export function SubmissionRefused({ error }: { error: unknown }) {
  const path = usePathname();
  if (!error) return null;
  const usedUp = error instanceof ProblemError && error.code === 'allowance_used';
  return (
    <Notice
      kind={usedUp ? 'warning' : 'danger'}
      role="alert"
      actions={
        usedUp && (
          <LinkButton
            size="small"
            variant="secondary"
            href={`/sign-up?callbackUrl=${encodeURIComponent(path)}`}
          >
            Create an account
          </LinkButton>
        )
      }
    >
      {sayError(error)}
    </Notice>
  );
}
