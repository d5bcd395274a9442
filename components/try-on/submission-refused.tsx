import { usePathname, useSearchParams } from 'next/navigation';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { ProblemError, sayError } from '#lib/client/problem-error.ts';
import { useSession } from '#lib/client/use-session.ts';
import { roomWords } from '#lib/words/try-on.ts';

/** Why the server would not take the photo or the try-on, and what helps. */
export function SubmissionRefused({ error }: { error: unknown }) {
  const path = usePathname();
  const query = useSearchParams().toString();
  const { session } = useSession();
  if (!error) return null;
  const usedUp = error instanceof ProblemError && error.code === 'allowance_used';
  const here = query ? `${path}?${query}` : path;
  return (
    <Notice
      kind={usedUp ? 'warning' : 'danger'}
      role="alert"
      actions={
        usedUp &&
        session?.isGuest && (
          <LinkButton
            size="small"
            variant="secondary"
            href={`/sign-up?callbackUrl=${encodeURIComponent(here)}`}
          >
            {roomWords.createAccount}
          </LinkButton>
        )
      }
    >
      {sayError(error)}
    </Notice>
  );
}
