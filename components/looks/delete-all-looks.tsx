'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { deleteAllLooks, summariseLooks } from '#lib/client/delete-all-looks.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { say } from '#lib/client/say.ts';
import type { LooksSummary } from '#lib/contracts/looks.ts';
import { deleteAllWords } from '#lib/words/looks.ts';
import { ConfirmOnDemand, prepareConfirm } from './confirm-on-demand.tsx';

/** All looks at once, after they have been counted: the number in the question is the number that goes. */
export function DeleteAllLooks() {
  const [counts, setCounts] = useState<LooksSummary | null>(null);
  const [busy, setBusy] = useState(false);

  const during = async (work: () => Promise<void>) => {
    setBusy(true);
    try {
      await work();
    } catch (thrown) {
      void say(sayError(thrown));
    } finally {
      setBusy(false);
    }
  };
  const ask = () =>
    during(async () => {
      const [now] = await Promise.all([summariseLooks(), prepareConfirm()]);
      if (now.looks + now.others + now.waiting > 0) setCounts(now);
      else void say(deleteAllWords.nothing);
    });
  const confirm = () =>
    during(async () => {
      if (!counts) return;
      const outcome = await deleteAllLooks(counts);
      setCounts(null);
      void say(deleteAllWords.done(outcome));
    });

  return (
    <>
      <Button
        variant="quiet"
        aria-disabled={busy}
        onClick={() => !busy && void ask()}
        className="justify-self-center text-ink-soft"
      >
        {busy && !counts ? deleteAllWords.counting : deleteAllWords.button}
      </Button>
      <ConfirmOnDemand
        open={counts !== null}
        onOpenChange={(open) => !open && setCounts(null)}
        title={counts ? deleteAllWords.title(counts) : ''}
        confirmLabel={counts ? deleteAllWords.confirm(counts) : ''}
        busy={busy}
        onConfirm={() => void confirm()}
      >
        {counts && deleteAllWords.sentences(counts).join(' ')}
      </ConfirmOnDemand>
    </>
  );
}
