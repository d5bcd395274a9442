'use client';

import { useState } from 'react';
import { sayError } from '#lib/client/problem-error.ts';
import type { useMeasures } from '#lib/client/use-measures.ts';
import { sizeAdviceWords } from '#lib/words/sizes.ts';

interface KeepingPanelProps {
  mine: ReturnType<typeof useMeasures>;
  /** The fields have to be emptied, too. */
  onForgotten: () => void;
}

/** Where the measurements are, and the ways to save them elsewhere or to be rid of them. */
export function KeepingPanel({ mine, onForgotten }: KeepingPanelProps) {
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const { hasAny, hasAccount, isSaved, saved } = mine;

  const attempt = async (work: () => Promise<void>, done = '') => {
    setBusy(true);
    setSaid('');
    try {
      await work();
      setSaid(done);
    } catch (thrown) {
      setSaid(sayError(thrown));
    } finally {
      setBusy(false);
    }
  };
  const forget = async () => {
    await mine.forget();
    onForgotten();
  };
  const use = (measures: typeof saved) => {
    if (measures) mine.keep(measures);
    onForgotten();
  };

  return (
    <div className="grid gap-1 border-t border-line pt-3 text-label text-ink-soft">
      <p role="status">{isSaved ? sizeAdviceWords.keptInAccount : sizeAdviceWords.keptHere}</p>
      <div className="flex flex-wrap gap-x-5 empty:hidden">
        {hasAny && hasAccount && !isSaved && (
          <Choice busy={busy} onClick={() => void attempt(mine.save)}>
            {sizeAdviceWords.save}
          </Choice>
        )}
        {saved && !isSaved && (
          <Choice busy={busy} onClick={() => use(saved)}>
            {sizeAdviceWords.useSaved}
          </Choice>
        )}
        {hasAny && (
          <Choice busy={busy} onClick={() => void attempt(forget, sizeAdviceWords.forgotten)}>
            {sizeAdviceWords.forget}
          </Choice>
        )}
      </div>
      <p role="status" className="empty:hidden">
        {said}
      </p>
    </div>
  );
}

interface ChoiceProps {
  busy: boolean;
  onClick: () => void;
  children: string;
}

function Choice({ busy, onClick, children }: ChoiceProps) {
  return (
    <button
      type="button"
      disabled={busy}
      onClick={onClick}
      className="min-h-11 text-link text-ink disabled:opacity-45"
    >
      {children}
    </button>
  );
}
