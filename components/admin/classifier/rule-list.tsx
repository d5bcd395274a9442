'use client';

import { useState } from 'react';
import { toast } from 'sonner';
import { Badge } from '#components/ui/badge.tsx';
import { Button } from '#components/ui/button.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { fetchJson } from '#lib/client/fetch-json.ts';
import { type RuleView, ruleChanged } from '#lib/contracts/classifier.ts';
import { classWords } from '../review-words.ts';
import { useChange } from '../use-change.ts';
import { UtcTime } from '../utc-time.tsx';
import { casesWords, filedWords } from './classifier-words.ts';

/** The rules in their order, and those that were. */
export function RuleList({ rules }: { rules: RuleView[] }) {
  const { busy, run } = useChange();
  const [asked, setAsked] = useState<RuleView | null>(null);
  const inForce = rules.filter(({ retired }) => !retired);
  const retired = rules.filter((rule) => rule.retired);

  const rollBack = async () => {
    if (!asked) return;
    await run(async () => {
      const path = `/api/admin/classifier/rules/${asked.id}/roll-back`;
      const { changed, more } = await fetchJson(path, ruleChanged, { method: 'POST' });
      toast.success(
        `Rolled back. ${casesWords(changed)} put back${more ? '; the others follow in the background' : ''}.`,
      );
    });
    setAsked(null);
  };

  return (
    <>
      <section aria-labelledby="rules" className="grid gap-2">
        <SectionHeading id="rules">Rules</SectionHeading>
        {inForce.length > 0 ? (
          <ul>
            {inForce.map((rule) => (
              <RuleLine key={rule.id} rule={rule} onRollBack={() => setAsked(rule)} />
            ))}
          </ul>
        ) : (
          <p className="py-3 text-sm text-ink-soft">
            None yet: the provider’s words are read by the built-in rules alone.
          </p>
        )}
        {inForce.length > 1 && (
          <p className="text-label text-ink-soft">
            Where two hold, the newer one speaks; all go before the built-in rules.
          </p>
        )}
      </section>
      {retired.length > 0 && (
        <section aria-labelledby="retired" className="grid gap-2">
          <SectionHeading id="retired">Rolled back</SectionHeading>
          <ul>
            {retired.map((rule) => (
              <RuleLine key={rule.id} rule={rule} />
            ))}
          </ul>
        </section>
      )}
      <ConfirmDialog
        open={asked !== null}
        onOpenChange={(open) => !open && setAsked(null)}
        title="Roll this rule back?"
        confirmLabel="Roll back"
        keepLabel="Keep the rule"
        busy={busy}
        onConfirm={() => void rollBack()}
      >
        What it has filed goes back to where it was, unless somebody has filed it anew since or an
        appeal waits for an answer. The next answers are read without it. It stays in the history.
      </ConfirmDialog>
    </>
  );
}

function RuleLine({ rule, onRollBack }: { rule: RuleView; onRollBack?: () => void }) {
  const { phrase, errorClass, note, by, at, retired, filed } = rule;
  return (
    <li className="flex flex-wrap items-start gap-x-6 gap-y-2 border-b border-line py-4 text-sm">
      <div className="grid min-w-0 flex-1 basis-72 justify-items-start gap-1.5">
        <p className="max-w-full text-base break-words text-pretty">“{phrase}”</p>
        <Badge tone={retired ? 'neutral' : 'info'}>{classWords[errorClass]}</Badge>
        {note && <p className="text-pretty">{note}</p>}
        <p className="text-label text-ink-soft">
          {filedWords(filed)} By {by ?? 'somebody whose account is closed'},{' '}
          <UtcTime instant={at} />
          {retired && (
            <>
              ; rolled back by {retired.by ?? 'somebody whose account is closed'},{' '}
              <UtcTime instant={retired.at} />
            </>
          )}
        </p>
      </div>
      {onRollBack && (
        <Button variant="quiet" size="small" onClick={onRollBack}>
          Roll back<span className="sr-only"> “{phrase}”</span>
        </Button>
      )}
    </li>
  );
}
