'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { LinkButton } from '#components/ui/link-button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { useSession } from '#lib/client/use-session.ts';
import type { LooksSummary } from '#lib/contracts/looks.ts';
import { isRunningLow } from '#lib/domain/allowance.ts';
import { allowanceWords, goOnText, usedUpText } from '#lib/words/allowance.ts';

type Allowance = LooksSummary['allowance'];

/** How many are left, in small letters, once that is of interest. */
export function AllowanceLeft({ allowance }: { allowance: Allowance | null }) {
  switch (allowance?.of) {
    case 'person':
    case 'shopper': {
      if (!isRunningLow(allowance)) return null;
      const say = allowance.of === 'person' ? allowanceWords.left : allowanceWords.leftInShop;
      return <p className="text-label text-ink-soft">{say(allowance.left, allowance.aDay)}</p>;
    }
    // Nothing is said of what a whole shop has left: nobody could tell how long it lasts.
    case 'shop-day':
    case 'shop-month':
    case undefined:
      return null;
  }
}

/** In the place of what would ask for a try-on: when it goes on, and how it goes on now. */
export function AllowanceUsedUp({ allowance }: { allowance: Allowance }) {
  const { session } = useSession();
  const isGuest = session?.isGuest ?? false;
  const here = useHere();
  const { of, againAt } = allowance;
  return (
    <Notice
      kind="warning"
      role="status"
      title={usedUpText(allowance)}
      actions={
        of === 'person' ? (
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
        ) : (
          <LinkButton size="small" variant="secondary" href="/garments">
            {allowanceWords.otherShops}
          </LinkButton>
        )
      }
    >
      {againAt && goOnText(new Date(againAt), { of, isGuest }, new Date())}
    </Notice>
  );
}

/** The way back to this very page, for an address. */
function useHere(): string {
  const path = usePathname();
  const query = useSearchParams().toString();
  return encodeURIComponent(query ? `${path}?${query}` : path);
}
