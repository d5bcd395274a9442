'use client';

import { signIn } from 'next-auth/react';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { accountFields, signInProblem, signInWords } from '#lib/words/account.ts';
import { connectionWords } from '#lib/words/connection.ts';

export function SignInForm({ returnTo }: { returnTo: string }) {
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setProblem(null);
    try {
      const answer = await signIn('credentials', {
        email: String(form.get('email')),
        password: String(form.get('password')),
        redirect: false,
      });
      // A full load, so that nothing of the person before is left in memory.
      if (answer?.ok && !answer.error) return window.location.assign(returnTo);
      setProblem(signInProblem(answer?.error));
    } catch {
      setProblem(connectionWords.unreachableNow);
    }
    setBusy(false);
  };

  return (
    <form method="post" onSubmit={(event) => void submit(event)} className="grid gap-5">
      {problem && (
        <Notice kind="danger" role="alert">
          {problem}
        </Notice>
      )}
      <Field label={accountFields.email}>
        {(control) => (
          <Input name="email" type="email" autoComplete="email" required {...control} />
        )}
      </Field>
      <Field label={accountFields.password}>
        {(control) => (
          <Input
            name="password"
            type="password"
            autoComplete="current-password"
            required
            {...control}
          />
        )}
      </Field>
      <Button type="submit" size="large" wide disabled={busy}>
        {busy ? signInWords.busy : signInWords.submit}
      </Button>
    </form>
  );
}
