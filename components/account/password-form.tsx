'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { fetchNothing, jsonBody } from '#lib/client/fetch-json.ts';
import { passwordBody } from '#lib/contracts/account.ts';
import { MIN_PASSWORD_LENGTH } from '#lib/domain/password.ts';
import { signUpWords } from '#lib/words/account.ts';
import { accountRoomWords } from '#lib/words/account-room.ts';
import { NewPasswordField, PasswordField } from './form-field.tsx';
import { FormProblem } from './form-problem.tsx';
import { useForm } from './use-form.ts';

const words = accountRoomWords.password;

interface PasswordFormProps {
  hasPassword: boolean;
  /** For password managers, which keep the two together. */
  email: string | null;
}

export function PasswordForm({ hasPassword, email }: PasswordFormProps) {
  const [state, setState] = useState<'closed' | 'open' | 'changed'>('closed');
  const { problems, busy, submit } = useForm(passwordBody, async (typed) => {
    await fetchNothing('/api/account/password', { ...jsonBody(typed), method: 'PUT' });
    setState('changed');
    return undefined;
  });
  const verb = hasPassword ? words.change : words.set;
  if (state === 'closed') {
    return (
      <Button variant="secondary" onClick={() => setState('open')}>
        {verb}
      </Button>
    );
  }
  if (state === 'changed') {
    return (
      <Notice kind="success" role="status">
        {words.changed}
      </Notice>
    );
  }
  return (
    <form method="post" onSubmit={submit} noValidate className="grid w-full gap-4">
      <FormProblem>{problems.form}</FormProblem>
      <input className="hidden" autoComplete="username" value={email ?? ''} readOnly />
      {hasPassword && (
        <PasswordField
          label={accountRoomWords.currentPassword}
          error={problems.currentPassword}
          name="currentPassword"
          autoFocus
        />
      )}
      <NewPasswordField
        label={words.next}
        hint={signUpWords.passwordHint(MIN_PASSWORD_LENGTH)}
        error={problems.password}
        name="password"
        autoFocus={!hasPassword}
      />
      <Button type="submit" disabled={busy} className="justify-self-start">
        {busy ? accountRoomWords.saving : verb}
      </Button>
    </form>
  );
}
