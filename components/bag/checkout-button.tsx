'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { openCheckout, refreshBag } from '#lib/client/change-bag.ts';
import { ProblemError, sayError } from '#lib/client/problem-error.ts';
import type { ShopBagView } from '#lib/contracts/bag.ts';
import { checkoutWords } from '#lib/words/bag.ts';

/** Opens the shop's own checkout with what is in the bag, in this tab. */
export function CheckoutButton({ part }: { part: ShopBagView }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const go = async () => {
    setBusy(true);
    setProblem(null);
    try {
      window.location.assign(await openCheckout(part));
    } catch (error) {
      setProblem(sayError(error));
      setBusy(false);
      if (error instanceof ProblemError) void refreshBag();
    }
  };

  return (
    <>
      {problem && (
        <Notice kind="warning" role="alert">
          {problem}
        </Notice>
      )}
      <Button size="large" wide disabled={busy} onClick={() => void go()}>
        {busy ? checkoutWords.going : checkoutWords.go(part.shop.name)}
      </Button>
      <p className="text-sm text-pretty text-ink-soft">{checkoutWords.note(part.shop.name)}</p>
    </>
  );
}
