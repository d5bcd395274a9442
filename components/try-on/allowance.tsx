'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { useSession } from '#lib/client/use-session.ts';
import type { LooksSummary } from '#lib/contracts/looks.ts';
import { isRunningLow } from '#lib/domain/allowance.ts';
import { allowanceWords, goOnText } from '#lib/words/allowance.ts';

type Allowance = LooksSummary['allowance'];

/** How many are left, in small letters, once that is of interest. */
export function AllowanceLeft({ allowance }: { allowance: Allowance | null }) {
  if (!allowance || !isRunningLow(allowance)) return null;
  return (
    <p className="text-label text-ink-soft">
      {allowanceWords.left(allowance.left, allowance.aDay)}
    </p>
  );
}

/** In the place of what would ask for a try-on: when it goes on, and for a guest how it goes on now. */
export function AllowanceUsedUp({ aDay, againAt }: Allowance) {
  const { session } = useSession();
  const isGuest = session?.isGuest ?? false;
  const here = useHere();
  return (
    <Notice
      kind="warning"
      role="status"
      title={allowanceWords.usedUp(aDay)}
      actions={
        isGuest && (
          <>
            <LinkButton size="small" href={`/sign-up?callbackUrl=${here}`}>
              {allowanceWords.createAccount}
            </LinkButton>
            <LinkButton size="small" variant="quiet" href={`/sign-in?callbackUrl=${here}`}>
              {allowanceWords.signIn}
            </LinkButton>
          </>
        )
      }
    >
      {againAt && goOnText(new Date(againAt), isGuest, new Date())}
    </Notice>
  );
}

/** The way back to this very page, for an address. */
function useHere(): string {
  const path = usePathname();
  const query = useSearchParams().toString();
  return encodeURIComponent(query ? `${path}?${query}` : path);
}
