'use client';

import { type FormEvent, useState } from 'react';
import { z } from 'zod';
import { Button } from '#components/ui/button.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import { ProblemError, sayError } from '#lib/client/problem-error.ts';
import { registerBody, sessionView } from '#lib/contracts/account.ts';
import { MIN_PASSWORD_LENGTH } from '#lib/domain/password.ts';
import { accountFields, signUpWords } from '#lib/words/account.ts';

type Problems = Partial<Record<'name' | 'email' | 'password' | 'form', string>>;

export function SignUpForm({ returnTo }: { returnTo: string }) {
  const [problems, setProblems] = useState<Problems>({});
  const [busy, setBusy] = useState(false);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = registerBody.safeParse(Object.fromEntries(new FormData(event.currentTarget)));
    if (!typed.success) return setProblems(firstOfEach(typed.error));
    setBusy(true);
    setProblems({});
    try {
      await fetchJson('/api/account', sessionView, jsonBody(typed.data));
      return window.location.assign(returnTo);
    } catch (thrown) {
      const fields = thrown instanceof ProblemError ? thrown.problem.fields : undefined;
      setProblems(fields ?? { form: sayError(thrown) });
      setBusy(false);
    }
  };

  return (
    <form method="post" onSubmit={(event) => void submit(event)} noValidate className="grid gap-5">
      {problems.form && (
        <Notice kind="danger" role="alert">
          {problems.form}
        </Notice>
      )}
      <Field label={accountFields.name} error={problems.name}>
        {(control) => <Input name="name" autoComplete="name" required {...control} />}
      </Field>
      <Field label={accountFields.email} error={problems.email}>
        {(control) => (
          <Input name="email" type="email" autoComplete="email" required {...control} />
        )}
      </Field>
      <Field
        label={accountFields.password}
        hint={signUpWords.passwordHint(MIN_PASSWORD_LENGTH)}
        error={problems.password}
      >
        {(control) => (
          <Input
            name="password"
            type="password"
            autoComplete="new-password"
            required
            {...control}
          />
        )}
      </Field>
      <Button type="submit" size="large" wide disabled={busy}>
        {busy ? signUpWords.busy : signUpWords.submit}
      </Button>
    </form>
  );
}

function firstOfEach(error: z.ZodError<z.infer<typeof registerBody>>): Problems {
  const { fieldErrors } = z.flattenError(error);
  return {
    name: fieldErrors.name?.[0],
    email: fieldErrors.email?.[0],
    password: fieldErrors.password?.[0],
  };
}
