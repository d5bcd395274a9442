'use client';

import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { SectionHeading } from '#components/ui/heading.tsx';
import { Input } from '#components/ui/input.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import { storeMeasuresText } from '#lib/client/measures-storage.ts';
import { ProblemError, sayError } from '#lib/client/problem-error.ts';
import type { CloseAccountBody, Closing } from '#lib/contracts/own-data.ts';
import { closeWords as words } from '#lib/words/privacy.ts';

const accountClosed = async () => (await import('#lib/contracts/own-data.ts')).accountClosed;

/** Closes the account, or deletes a guest; says before what goes and what stays. */
export function CloseAccount({ closing }: { closing: Closing }) {
  const [open, setOpen] = useState(false);
  const who = closing.asks === 'nothing' && closing.isGuest ? 'guest' : 'account';
  return (
    <section aria-labelledby="close-account" className="grid justify-items-start gap-4">
      <SectionHeading id="close-account" className="w-full">
        {words.title[who]}
      </SectionHeading>
      <p className="text-pretty text-ink-soft">{words.lead[who]}</p>
      <div className="grid gap-x-8 gap-y-4 text-sm sm:grid-cols-2">
        <Points
          title={words.goes.title}
          points={who === 'guest' ? words.goes.guest : words.goes.points}
        />
        <Points title={words.stays.title} points={words.stays.points} />
      </div>
      <Button variant="danger" onClick={() => setOpen(true)}>
        {words.open[who]}
      </Button>
      {open && <Question closing={closing} who={who} onLeave={() => setOpen(false)} />}
    </section>
  );
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  return (
    <div className="grid content-start gap-2">
      <h3 className="font-medium">{title}</h3>
      <ul className="grid list-disc gap-1.5 pl-5 text-pretty text-ink-soft">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}

interface QuestionProps {
  closing: Closing;
  who: 'account' | 'guest';
  onLeave: () => void;
}

function Question({ closing, who, onLeave }: QuestionProps) {
  const [given, setGiven] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [fieldError, setFieldError] = useState<string | null>(null);

  const close = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    setFieldError(null);
    try {
      const { erasure } = await fetchJson(
        '/api/account/closing',
        accountClosed,
        jsonBody(answerTo(closing, given)),
      );
      storeMeasuresText(null);
      // A whole new page: nothing of the person stays in this one's memory.
      window.location.assign(`/erasures/${erasure}`);
    } catch (thrown) {
      const fields = thrown instanceof ProblemError ? thrown.problem.fields : undefined;
      const ofField = fields?.currentPassword ?? fields?.email;
      if (ofField) setFieldError(ofField);
      else setRefusal(sayError(thrown));
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && !busy && onLeave()}
      title={words.confirm.title[who]}
      description={words.confirm.text}
      actions={
        <>
          <Button variant="secondary" disabled={busy} onClick={onLeave}>
            {words.confirm.keep}
          </Button>
          <Button type="submit" form="close-account-form" variant="danger" disabled={busy}>
            {busy ? words.busy : words.confirm.action[who]}
          </Button>
        </>
      }
    >
      <form id="close-account-form" onSubmit={(event) => void close(event)} className="grid gap-4">
        {closing.asks === 'password' && (
          <Field label={words.password} error={fieldError}>
            {(control) => (
              <Input
                type="password"
                autoComplete="current-password"
                required
                value={given}
                onChange={(event) => setGiven(event.target.value)}
                {...control}
              />
            )}
          </Field>
        )}
        {closing.asks === 'email' && (
          <Field label={words.email} hint={words.emailHint(closing.email)} error={fieldError}>
            {(control) => (
              <Input
                type="email"
                autoComplete="off"
                required
                value={given}
                onChange={(event) => setGiven(event.target.value)}
                {...control}
              />
            )}
          </Field>
        )}
        {refusal && (
          <Notice kind="danger" role="alert">
            {refusal}
          </Notice>
        )}
      </form>
    </Dialog>
  );
}

function answerTo({ asks }: Closing, given: string): CloseAccountBody {
  switch (asks) {
    case 'password':
      return { currentPassword: given };
    case 'email':
      return { email: given };
    case 'nothing':
      return {};
  }
}
