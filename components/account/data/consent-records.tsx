'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { mutate } from 'swr';
import { ConfirmOnDemand, prepareConfirm } from '#components/looks/confirm-on-demand.tsx';
import { Button } from '#components/ui/button.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { fetchNothing } from '#lib/client/fetch-json.ts';
import { sayError } from '#lib/client/problem-error.ts';
import { say } from '#lib/client/say.ts';
import type { ConsentRecord } from '#lib/contracts/own-data.ts';
import { dataWords } from '#lib/words/privacy.ts';

const words = dataWords.consent;

/** What the person agreed to, when, in which words; and the way to take it back. */
export function ConsentRecords({ consents }: { consents: ConsentRecord[] }) {
  const router = useRouter();
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const inForce = consents.some(({ withdrawnAt }) => withdrawnAt === null);

  const ask = () =>
    prepareConfirm().then(
      () => setAsked(true),
      (unreachable) => say(sayError(unreachable)),
    );

  const withdraw = async () => {
    setBusy(true);
    try {
      await fetchNothing('/api/consent', { method: 'DELETE' });
      await mutate('/api/photos');
      void say(words.done);
      setAsked(false);
      router.refresh();
    } catch (thrown) {
      void say(sayError(thrown));
    } finally {
      setBusy(false);
    }
  };

  return (
    <section aria-labelledby="consent-given" className="grid gap-3">
      <SectionHeading id="consent-given">{words.title}</SectionHeading>
      {consents.length === 0 ? (
        <p className="text-ink-soft">{words.none}</p>
      ) : (
        <ul className="grid gap-5">
          {consents.map(({ id, version, text, givenAt, withdrawnAt }) => (
            <li key={id} className="grid gap-1">
              <p className="text-sm text-pretty">
                {words.given(version, givenAt)}
                {withdrawnAt && (
                  <span className="block text-ink-soft">{words.withdrawn(withdrawnAt)}</span>
                )}
              </p>
              <blockquote className="border-l border-line-strong pl-4 text-sm leading-relaxed text-pretty whitespace-pre-line text-ink-soft">
                {text}
              </blockquote>
            </li>
          ))}
        </ul>
      )}
      {inForce && (
        <div>
          <Button variant="secondary" onClick={() => void ask()}>
            {words.withdraw}
          </Button>
        </div>
      )}
      <ConfirmOnDemand
        open={asked}
        onOpenChange={setAsked}
        title={words.confirm.title}
        confirmLabel={words.confirm.action}
        keepLabel={words.confirm.keep}
        busy={busy}
        onConfirm={() => void withdraw()}
      >
        {words.confirm.text}
      </ConfirmOnDemand>
    </section>
  );
}
