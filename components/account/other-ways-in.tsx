'use client';

import { signIn } from 'next-auth/react';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { otherWaysWords, signInProblem } from '#lib/words/account.ts';

interface OtherWaysInProps {
  methods: { google: boolean; github: boolean; email: boolean };
  returnTo: string;
}

/** What this installation has configured beside a password; nothing when that is nothing. */
export function OtherWaysIn({ methods, returnTo }: OtherWaysInProps) {
  if (!methods.google && !methods.github && !methods.email) return null;
  const go = (provider: string) => void signIn(provider, { callbackUrl: returnTo });
  return (
    <section aria-label={otherWaysWords.label} className="grid gap-3 border-t border-line pt-6">
      {methods.google && (
        <Button variant="secondary" wide onClick={() => go('google')}>
          {otherWaysWords.google}
        </Button>
      )}
      {methods.github && (
        <Button variant="secondary" wide onClick={() => go('github')}>
          {otherWaysWords.github}
        </Button>
      )}
      {methods.email && <MagicLink returnTo={returnTo} />}
    </section>
  );
}

function MagicLink({ returnTo }: { returnTo: string }) {
  const [sent, setSent] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const email = String(new FormData(event.currentTarget).get('link-email'));
    const answer = await signIn('email', { email, callbackUrl: returnTo, redirect: false });
    if (answer?.error) return setProblem(signInProblem(answer.error));
    setSent(true);
  };
  if (sent) {
    return (
      <Notice kind="success" role="status">
        {otherWaysWords.linkSent}
      </Notice>
    );
  }
  return (
    <form onSubmit={(event) => void submit(event)} className="grid gap-3">
      <Field label={otherWaysWords.linkEmail} error={problem}>
        {(control) => (
          <Input name="link-email" type="email" autoComplete="email" required {...control} />
        )}
      </Field>
      <Button type="submit" variant="secondary" wide>
        {otherWaysWords.sendLink}
      </Button>
    </form>
  );
}
