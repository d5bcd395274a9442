'use client';

import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { fetchNothing, jsonBody } from '#lib/client/fetch-json.ts';
import { emailBody } from '#lib/contracts/account.ts';
import { accountRoomWords } from '#lib/words/account-room.ts';
import { FormField, PasswordField } from './form-field.tsx';
import { FormProblem } from './form-problem.tsx';
import { useForm } from './use-form.ts';

const words = accountRoomWords.email;

export function EmailForm({ hasPassword }: { hasPassword: boolean }) {
  const [state, setState] = useState<'closed' | 'open' | { sentTo: string }>('closed');
  const { problems, busy, submit } = useForm(emailBody, async (typed) => {
    await fetchNothing('/api/account/email', jsonBody(typed));
    setState({ sentTo: typed.email });
    return undefined;
  });
  if (state === 'closed') {
    return (
      <Button variant="secondary" onClick={() => setState('open')}>
        {words.submit}
      </Button>
    );
  }
  if (state !== 'open') {
    return (
      <Notice kind="success" role="status">
        {words.sent(state.sentTo)}
      </Notice>
    );
  }
  return (
    <form method="post" onSubmit={submit} noValidate className="grid w-full gap-4">
      <FormProblem>{problems.form}</FormProblem>
      <FormField
        label={words.next}
        error={problems.email}
        name="email"
        type="email"
        autoComplete="email"
        autoFocus
      />
      {hasPassword && (
        <PasswordField
          label={accountRoomWords.currentPassword}
          error={problems.currentPassword}
          name="currentPassword"
        />
      )}
      <Button type="submit" disabled={busy} className="justify-self-start">
        {busy ? accountRoomWords.saving : words.submit}
      </Button>
    </form>
  );
}
