'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { fetchJson, jsonBody } from '#lib/client/fetch-json.ts';
import { registerBody, registered } from '#lib/contracts/account.ts';
import { MIN_PASSWORD_LENGTH } from '#lib/domain/password.ts';
import { accountFields, signUpWords } from '#lib/words/account.ts';
import { confirmWords } from '#lib/words/account-room.ts';
import { FormField, NewPasswordField } from './form-field.tsx';
import { FormProblem } from './form-problem.tsx';
import { useForm } from './use-form.ts';

export function SignUpForm({ returnTo }: { returnTo: string }) {
  const [mailedTo, setMailedTo] = useState<string | null>(null);
  const { problems, busy, submit } = useForm(registerBody, async (typed) => {
    const { kind } = await fetchJson('/api/account', registered, jsonBody(typed));
    if (kind === 'mailed') {
      setMailedTo(typed.email);
      return undefined;
    }
    // A full load, so that nothing of the person before is left in memory.
    window.location.assign(returnTo);
    return 'leaves';
  });

  if (mailedTo) {
    return (
      <Notice kind="success" role="status" title={confirmWords.mailed}>
        {confirmWords.mailedText(mailedTo)}
      </Notice>
    );
  }
  return (
    <form method="post" onSubmit={submit} noValidate className="grid gap-5">
      <FormProblem>{problems.form}</FormProblem>
      <FormField label={accountFields.name} error={problems.name} name="name" autoComplete="name" />
      <FormField
        label={accountFields.email}
        error={problems.email}
        name="email"
        type="email"
        autoComplete="email"
      />
      <NewPasswordField
        label={accountFields.password}
        hint={signUpWords.passwordHint(MIN_PASSWORD_LENGTH)}
        error={problems.password}
        name="password"
      />
      <Button type="submit" size="large" wide disabled={busy}>
        {busy ? signUpWords.busy : signUpWords.submit}
      </Button>
    </form>
  );
}
