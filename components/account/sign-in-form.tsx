'use client';

import Link from 'next/link';
import { signIn } from 'next-auth/react';
import { type FormEvent, useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { accountFields, signInProblem, signInWords } from '#lib/words/account.ts';
import { forgotWords } from '#lib/words/account-room.ts';
import { connectionWords } from '#lib/words/connection.ts';
import { FormField, PasswordField } from './form-field.tsx';
import { FormProblem } from './form-problem.tsx';

interface SignInFormProps {
  returnTo: string;
  /** Whether a forgotten password can be replaced: it takes mail. */
  forgot: boolean;
}

export function SignInForm({ returnTo, forgot }: SignInFormProps) {
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
      <FormProblem>{problem ?? undefined}</FormProblem>
      <FormField label={accountFields.email} name="email" type="email" autoComplete="email" />
      <div className="grid gap-2">
        <PasswordField label={accountFields.password} name="password" />
        {forgot && (
          <Link href="/forgot-password" className="text-link justify-self-start text-sm text-ink">
            {forgotWords.link}
          </Link>
        )}
      </div>
      <Button type="submit" size="large" wide disabled={busy}>
        {busy ? signInWords.busy : signInWords.submit}
      </Button>
    </form>
  );
}
